import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Row } from '../row';
import { sampleOf } from '../sample';
import { firstByteAt } from './firstByteAt';
import type { Workplace } from './workplace';

const STREAMS = 16;
const RUNS = 15;
/** Fifty tokens a second. */
const GAP_MS = 20;
const BUDGET_MS = 40;
/** As long as the others have to go on. */
const LONG = { deltas: 30_000, gapMs: GAP_MS };
const ERRAND = { deltas: 50, gapMs: GAP_MS };

/** What fifteen streams that go on add to the first delta of the sixteenth. */
export async function sixteen(place: Workplace): Promise<readonly Row[]> {
	await place.runFirst(ERRAND);
	const alone = await firstDeltas(place);
	await startOthers(place);
	const beside = await firstDeltas(place);
	if (place.hub.traffic.openStreams !== STREAMS - 1) {
		throw new Error(`${place.hub.traffic.openStreams} of the other streams go on.`);
	}
	const control = { name: 'alone', sample: sampleOf(alone) };
	const worst = { name: 'alone', sample: sampleOf([Math.max(...alone)]) };
	return [
		{
			what: `First delta in view while ${STREAMS - 1} others stream 50 tokens a second each`,
			unit: 'ms',
			ours: sampleOf(beside),
			controls: [control],
			budget: { of: 'difference', most: BUDGET_MS },
		},
		{
			what: '… the latest of them',
			unit: 'ms',
			ours: sampleOf([Math.max(...beside)]),
			controls: [worst],
			budget: { of: 'difference', most: BUDGET_MS },
		},
	];
}

async function firstDeltas(place: Workplace): Promise<readonly number[]> {
	const times: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		await place.runAgain();
		const { at } = await place.frame.first();
		await place.frame.end();
		times.push(at - firstByteAt(place.record));
	}
	return times;
}

/** They are begun as a person begins them, and then the run that is measured is looked at again. */
async function startOthers({ session, hub }: Workplace): Promise<void> {
	const { workbench, workspace } = session;
	const name = 'write-long.txt';
	writeFileSync(path.join(workspace, name), `x_deltas=${LONG.deltas} x_gap_ms=${LONG.gapMs}\n`);
	await workbench.editor.open(name);
	await workbench.editor.selectAll();
	for (let others = 1; others < STREAMS; others++) {
		await workbench.palette.run('Hugging Face: Explain Selection');
		await hub.traffic.until(({ openStreams }) => openStreams === others);
	}
	await workbench.results.choose(/finished/);
	await workbench.results.button('Run Again').waitFor();
}
