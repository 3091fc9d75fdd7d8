import { expectWhole } from '../page/expectWhole';
import type { Row } from '../row';
import { sampleOf } from '../sample';
import { ExtensionHost } from './extensionHost';
import { pageMemory } from './pageMemory';
import type { Workplace } from './workplace';

const LONG_TASK_MS = 50;

/** A long answer as fast as it can be written, until the page shows its end; and what it takes of memory and of the page's time. */
export async function manyDeltas(place: Workplace): Promise<readonly Row[]> {
	return [...(await rows(place, 10_000, 9, 1.3)), ...(await rows(place, 100_000, 5, 1.2))];
}

/** `most` is the budget, in proportion to the floor. */
async function rows(place: Workplace, deltas: number, runs: number, most: number): Promise<readonly Row[]> {
	const { client, floor, session } = place;
	const errand = { deltas, gapMs: 0 };
	await place.runFirst(errand);
	await client.run('package', errand);
	await floor.run(deltas);
	const host = ExtensionHost.of(session.dataDir);
	const ours: number[] = [];
	const bare: number[] = [];
	const page: number[] = [];
	const longTasks: number[] = [];
	const foreignTasks: number[] = [];
	const hostMemory: number[] = [];
	const pageMemories: number[] = [];
	for (let run = 0; run < runs; run++) {
		host?.resetPeak();
		await place.runAgain();
		const end = await place.frame.end();
		expectWhole(end, deltas);
		ours.push(end.at - place.record.startedAt);
		longTasks.push(Math.max(0, ...end.longTasks));
		foreignTasks.push(Math.max(0, ...end.foreignTasks));
		if (host) {
			hostMemory.push(host.peakMiB());
		}
		pageMemories.push(await pageMemory(session.workbench.page));
		const { report, record } = await client.run('package', errand);
		bare.push(report.endedAt - record.startedAt);
		page.push(await floor.run(deltas));
	}
	const many = deltas.toLocaleString('en-US');
	return [
		{
			what: `${many} deltas until the end is in view`,
			unit: 'ms',
			ours: sampleOf(ours),
			controls: [
				{ name: 'client package', sample: sampleOf(bare) },
				{ name: 'page alone', sample: sampleOf(page) },
			],
			budget: { of: 'ratio', most },
		},
		{
			what: `${many} deltas: longest task of the page`,
			unit: 'ms',
			ours: sampleOf(longTasks),
			budget: { of: 'value', most: LONG_TASK_MS },
		},
		{ what: `${many} deltas: longest task of the window`, unit: 'ms', ours: sampleOf(foreignTasks) },
		{ what: `${many} deltas: heap of the window and its pages`, unit: 'MiB', ours: sampleOf(pageMemories) },
		...(hostMemory.length > 0
			? [
					{
						what: `${many} deltas: peak of the extension host`,
						unit: 'MiB',
						ours: sampleOf(hostMemory),
					} as const,
				]
			: []),
	];
}
