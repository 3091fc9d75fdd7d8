import assert from 'node:assert/strict';
import { rm, stat } from 'node:fs/promises';
import { describe, it } from 'mocha';
import { callSingle } from '../../../src/inference/callSingle';
import { TaskInputs } from '../../../src/inference/inputs/taskInputs';
import type { RunRequest } from '../../../src/inference/runRequest';
import { tasks } from '../../../src/inference/tasks';
import type { Line } from '../../../src/inference/withLine';
import { mediaOf } from '../../../src/shared/mediaOf';
import type { Output } from '../../../src/shared/output';

const SIZE = 20_000_001;
const signal = new AbortController().signal;

/** A line to fal-ai, which says where it has put what it made. */
function lineTo(answer: object, made: () => Response): Line {
	const unused = () => Promise.reject(new Error('Nobody asks this.'));
	return {
		credential: { value: `hf_${'a'.repeat(34)}`, name: 'test', origins: [] },
		operation: { fetch, last: undefined },
		fetch: async () => Response.json(answer),
		fetchMade: async () => made(),
		pause: unused,
		signal,
		begin: async (_url, _init, { read }) => read(Response.json(answer)),
		sendLast: unused,
	};
}

describe('a result of more than 20 MB from a provider that answers with where it is', () => {
	const file = { name: 'a', mimeType: 'audio/wav', bytes: new Uint8Array([1]) };
	const CASES = [
		['audio-to-audio', 'audio', { audio: { url: 'https://fal.media/a.wav' } }, 'audio/wav'],
		['image-segmentation', 'image', { image: { url: 'https://fal.media/a.png' } }, 'image/png'],
	] as const;
	for (const [task, input, answer, type] of CASES) {
		it(`is kept in its file: ${task}`, async () => {
			const request: RunRequest = { task, model: 'o/m', text: '' };
			const { call } = tasks[task];
			const output: Output = await callSingle(
				lineTo(answer, () => new Response(new Uint8Array(SIZE), { headers: { 'Content-Type': type } })),
				{
					request,
					inputs: new TaskInputs({ [input]: file }),
					call,
					entry: { provider: 'fal-ai', providerId: 'fal/m', task },
					parameters: {},
					billTo: undefined,
					onJob: () => undefined,
				},
			);
			assert.equal(output.kind, tasks[task].output);
			const [large] = mediaOf(output).flatMap(media => ('file' in media ? media.file : []));
			assert.ok(large !== undefined);
			assert.equal((await stat(large)).size, SIZE);
			await rm(large);
		});
	}
});
