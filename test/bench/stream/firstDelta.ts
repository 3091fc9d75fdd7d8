import type { Errand } from '../client/bareClient';
import type { Row } from '../row';
import { BarePanel } from '../page/barePanel';
import { sampleOf } from '../sample';
import { firstByteAt } from './firstByteAt';
import type { Workplace } from './workplace';

const RUNS = 15;
const BUDGET_MS = 30;

/**
 * From the first byte of the event stream, as the Hub writes it, until the first delta is on the screen; beside it, the same in a
 * panel that does nothing else. Two of the errands are answered at once, while the page still draws the new run; the last one after
 * a time that is short for a model, but long enough for that.
 */
export async function firstDelta(place: Workplace): Promise<readonly Row[]> {
	const panel = await BarePanel.open(place.session);
	return [
		...(await rows(place, panel, 'one delta', { deltas: 1, gapMs: 0 })),
		...(await rows(place, panel, '20 ms gaps', { deltas: 50, gapMs: 20 })),
		...(await rows(place, panel, 'after 200 ms', { deltas: 50, gapMs: 20, thinkMs: 200 })),
	];
}

async function rows(
	place: Workplace,
	panel: BarePanel,
	name: string,
	errand: Errand,
): Promise<readonly Row[]> {
	await place.runFirst(errand);
	await panel.show();
	await panel.first(errand);
	await place.client.run('fetch', errand);
	const ours: number[] = [];
	const inPage: number[] = [];
	const bare: number[] = [];
	const inPanel: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		await place.runAgain();
		const first = await place.frame.first();
		await place.frame.end();
		ours.push(first.at - firstByteAt(place.record));
		inPage.push(first.at - first.receivedAt);
		const { report, record } = await place.client.run('fetch', errand);
		bare.push(report.firstDeltaAt - firstByteAt(record));
		const shown = await panel.first(errand);
		inPanel.push(shown.at - firstByteAt(place.record));
	}
	return [
		{
			what: `First delta in view after the first byte: ${name}`,
			unit: 'ms',
			ours: sampleOf(ours),
			controls: [{ name: 'fetch', sample: sampleOf(bare) }],
			budget: { of: 'value', most: BUDGET_MS },
		},
		{
			what: '… held against VS Code’s own part of it',
			unit: 'ms',
			ours: sampleOf(ours),
			controls: [{ name: 'a panel that shows one word', sample: sampleOf(inPanel) }],
			budget: { of: 'difference', most: BUDGET_MS },
		},
		{ what: '… of it in the page, from the message to the screen', unit: 'ms', ours: sampleOf(inPage) },
	];
}
