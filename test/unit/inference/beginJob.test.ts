import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { beginJob } from '../../../src/inference/beginJob';
import type { JobStage } from '../../../src/inference/job';
import type { Line } from '../../../src/inference/withLine';

const QUEUE = 'https://router.huggingface.co/fal-ai/fal-ai/flux?_subdomain=queue';

describe('a job whose run was stopped before the provider’s ticket came', () => {
	/** The end of what is told of it when this is the answer. */
	const told = async (answer: Response): Promise<JobStage | undefined> => {
		const stages: JobStage[] = [];
		const stop = new AbortController();
		// The line as `withLine` opens it, whose user has left.
		const line: Pick<Line, 'signal' | 'begin'> = {
			signal: stop.signal,
			begin: async (_url, _init, { read, late, lost }) => {
				stop.abort();
				await read(answer).then(late, lost);
				throw new Error('Left');
			},
		};
		await assert.rejects(
			beginJob(line as Line, {
				provider: 'fal-ai',
				url: QUEUE,
				info: {},
				answer: 'image',
				onStage: stage => stages.push(stage),
			}),
			/Left/,
		);
		return stages[0];
	};

	for (const [name, answer, stage] of [
		['was not taken on where it was refused', new Response('{}', { status: 422 }), 'refused'],
		['may go on where the provider has failed', new Response('{}', { status: 502 }), 'notCancelled'],
		['may go on where the answer cannot be read', new Response('half'), 'notCancelled'],
		['is done where it was made at once', Response.json({ images: [] }), 'notCancelled'],
	] as const) {
		it(name, async () => assert.equal(await told(answer), stage));
	}
});
