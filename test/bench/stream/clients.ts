import type { ClientWay } from '../client/order';
import type { Row } from '../row';
import { sampleOf } from '../sample';
import type { Workplace } from './workplace';

const RUNS = 9;
const DELTAS = 100_000;
const WAYS = ['fetch', 'package', 'inference'] as const satisfies readonly ClientWay[];

/** A whole answer as fast as it comes, taken by the workbench's own inference and by what it stands on. */
export async function clients({ client }: Workplace): Promise<readonly Row[]> {
	const times: Record<ClientWay, number[]> = { fetch: [], package: [], inference: [] };
	const errand = { deltas: DELTAS, gapMs: 0 };
	for (const way of WAYS) {
		await client.run(way, errand);
	}
	for (let run = 0; run < RUNS; run++) {
		for (const way of WAYS) {
			const { report, record } = await client.run(way, errand);
			times[way].push(report.endedAt - record.startedAt);
		}
	}
	const row = (name: string, way: ClientWay, against: string, control: ClientWay): Row => ({
		what: `${DELTAS.toLocaleString('en-US')} deltas: ${name}`,
		unit: 'ms',
		ours: sampleOf(times[way]),
		controls: [{ name: against, sample: sampleOf(times[control]) }],
	});
	return [
		row('inference alone', 'inference', 'client package', 'package'),
		row('client package', 'package', 'fetch', 'fetch'),
	];
}
