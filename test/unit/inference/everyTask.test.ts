import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tasks } from '../../../src/inference/tasks';
import type { Output, OutputKind } from '../../../src/shared/output';
import { TASKS } from '../../../src/shared/task';
import { inferenceOn, record, type RunRecord } from './runOnLoopback';
import { type SingleTaskName, TASK_CASES } from './taskCases';
import { useMediaHub } from './useMediaHub';

function outputOf({ events, last }: RunRecord): Output {
	const output = events.find(event => event.type === 'output')?.output;
	assert.ok(output, JSON.stringify(last));
	return output;
}

describe('every task on the loopback Hub, with a small real input', () => {
	const place = useMediaHub();

	for (const task of TASKS.filter(one => one !== 'conversational')) {
		it(`${task}: ${tasks[task].output}`, async () => {
			const [ask, expect] = TASK_CASES[task];
			const output = outputOf(await record(inferenceOn(place.hub), { task, ...ask(place.media) }));
			assert.equal(output.kind, tasks[task].output satisfies OutputKind);
			(expect as (output: Output) => void)(output);
		});
	}

	/** Providers that answer in a form of their own, most with a ticket for a queue. */
	const PROVIDERS: ReadonlyArray<readonly [task: SingleTaskName, model: string, provider: string]> = [
		['text-to-image', 'black-forest-labs/FLUX.1-schnell', 'fal-ai'],
		['text-to-image', 'black-forest-labs/FLUX.1-schnell', 'nscale'],
		['text-to-image', 'black-forest-labs/FLUX.1-schnell', 'together'],
		['text-to-image', 'black-forest-labs/FLUX.1-dev', 'replicate'],
		['text-to-image', 'black-forest-labs/FLUX.1-dev', 'wavespeed'],
		['image-to-image', 'Qwen/Qwen-Image-Edit', 'fal-ai'],
		['image-to-image', 'Qwen/Qwen-Image-Edit', 'replicate'],
		['image-to-image', 'Qwen/Qwen-Image-Edit', 'wavespeed'],
		['text-to-video', 'Wan-AI/Wan2.2-T2V-A14B', 'fal-ai'],
		['text-to-video', 'Wan-AI/Wan2.2-T2V-A14B', 'replicate'],
		['image-to-video', 'Wan-AI/Wan2.2-I2V-A14B', 'wavespeed'],
		['text-to-video', 'Wan-AI/Wan2.2-T2V-A14B', 'together'],
		['text-to-video', 'Wan-AI/Wan2.2-T2V-A14B', 'novita'],
		['image-to-video', 'Wan-AI/Wan2.2-I2V-A14B', 'together'],
		['text-to-image', 'zai-org/GLM-Image', 'zai-org'],
		['text-to-speech', 'hexgrad/Kokoro-82M', 'fal-ai'],
		['text-to-speech', 'hexgrad/Kokoro-82M', 'replicate'],
		['automatic-speech-recognition', 'openai/whisper-large-v3', 'fal-ai'],
		['automatic-speech-recognition', 'openai/whisper-large-v3', 'replicate'],
	];
	for (const [task, model, provider] of PROVIDERS) {
		it(`${task} at ${provider}, and nothing goes there but what we send`, async () => {
			const { image, sound } = place.media;
			const inputs = {
				...(task.startsWith('image-') && { image, prompt: 'night' }),
				...(task.startsWith('automatic') && { audio: sound }),
			};
			const ran = await record(inferenceOn(place.hub), { task, model, provider, text: 'a red boat', inputs });
			assert.equal(outputOf(ran).kind, tasks[task].output);
			assert.deepEqual(ran.providers, [provider]);
			const made = place.hub.traffic.requests.filter(({ path }) => path.startsWith('/made/'));
			assert.ok(made.every(({ token }) => token === undefined));
		});
	}
});
