import type { Errand } from '../client/bareClient';
import type { Row } from '../row';
import { sampleOf } from '../sample';
import type { Workplace } from './workplace';

const RUNS = 15;
const BUDGET_MS = 30;

/** From the first byte of the event stream, as the Hub writes it, until the first delta is on the screen. */
export async function firstDelta(place: Workplace): Promise<readonly Row[]> {
	return [
		await row(place, 'First delta in view after the first byte: one delta', { deltas: 1, gapMs: 0 }),
		await row(place, 'First delta in view after the first byte: 20 ms gaps', { deltas: 50, gapMs: 20 }),
	];
}

async function row(place: Workplace, what: string, errand: Errand): Promise<Row> {
	await place.runFirst(errand);
	await place.client.run('fetch', errand);
	const ours: number[] = [];
	const bare: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		await place.runAgain();
		const shownAt = await place.frame.first();
		await place.frame.end();
		ours.push(shownAt - firstByteAt(place.record));
		const { report, record } = await place.client.run('fetch', errand);
		bare.push(report.firstDeltaAt - firstByteAt(record));
	}
	return {
		what,
		unit: 'ms',
		ours: sampleOf(ours),
		controls: [{ name: 'fetch', sample: sampleOf(bare) }],
		budget: { of: 'value', most: BUDGET_MS },
	};
}

function firstByteAt({ stream }: Workplace['record']): number {
	if (stream?.firstByteAt === undefined) {
		throw new Error('The loopback Hub has not begun to answer.');
	}
	return stream.firstByteAt;
}
