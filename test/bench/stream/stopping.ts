import type { Row } from '../row';
import { sampleOf } from '../sample';
import type { Workplace } from './workplace';

const RUNS = 9;
const BUDGET_MS = 50;
const ERRAND = { deltas: 2_000, gapMs: 20 };
const STOP_AFTER = 10;

/** From the click on Stop until the Hub sees that the connection is closed. */
export async function stopping(place: Workplace): Promise<readonly Row[]> {
	const { results } = place.session.workbench;
	const ours: number[] = [];
	const bare: number[] = [];
	await place.runFirst(ERRAND, true);
	for (let run = 0; run < RUNS; run++) {
		await place.runAgain();
		await place.frame.first();
		await results.press('Stop');
		await place.hub.traffic.until(({ openRequests }) => openRequests === 0);
		ours.push(closedAt(place.record) - (await place.frame.clickedAt()));
		await place.frame.end();
		const { report, record } = await place.client.run('fetch', { ...ERRAND, stopAfter: STOP_AFTER });
		bare.push(closedAt(record) - report.endedAt);
	}
	return [
		{
			what: 'Stop: from the click until the connection is closed',
			unit: 'ms',
			ours: sampleOf(ours),
			controls: [{ name: 'fetch', sample: sampleOf(bare) }],
			budget: { of: 'value', most: BUDGET_MS },
		},
	];
}

function closedAt({ clientClosedAt }: Workplace['record']): number {
	if (clientClosedAt === undefined) {
		throw new Error('The answer went to its end instead of being stopped.');
	}
	return clientClosedAt;
}
