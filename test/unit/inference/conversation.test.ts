import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { askInstruction } from '../../../src/inference/askInstruction';
import type { RunRequest } from '../../../src/inference/runRequest';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { encodePng } from '../../hub/models/images/png';
import { inferenceOn, record } from './runOnLoopback';

const PNG = Buffer.from(
	encodePng({ width: 2, height: 1, data: Uint8Array.of(255, 0, 0, 255, 255, 0, 0, 255) }),
).toString('base64');

const WEATHER = {
	type: 'function',
	function: {
		name: 'weather',
		description: 'The weather of a place.',
		parameters: { type: 'object', properties: { place: { type: 'string' } }, required: ['place'] },
	},
};

function ask(question: string, more: Partial<RunRequest> = {}): RunRequest {
	return {
		task: 'conversational',
		model: 'openai/gpt-oss-120b',
		text: '',
		instruction: askInstruction(question),
		...more,
	};
}

describe('a conversation on the loopback Hub', () => {
	let hub: LoopbackHub;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
	});
	afterEach(() => hub.reset());
	after(() => hub.stop());

	it('is told as a whole with every question', async () => {
		const inference = inferenceOn(hub);
		const first = ask('What is a tide?');
		const { content } = await record(inference, first);
		const next = await record(
			inference,
			ask('And at night?', { earlier: [{ question: first, answer: content }] }),
		);
		assert.match(next.content, /This is question number 2 of our conversation\./);
	});

	// Whole, in parts, in parts without a number: what providers do with tool calls.
	for (const provider of ['groq', 'cerebras', 'novita']) {
		it(`shows the tool that the model asks ${provider} for`, async () => {
			const { events, last } = await record(
				inferenceOn(hub),
				ask('Is it raining in Bath?', { provider, tools: [WEATHER] }),
			);
			assert.ok(last?.type === 'finished' && last.reason === 'toolCalls');
			assert.deepEqual(
				events.filter(({ type }) => type === 'toolCalls'),
				[
					{
						type: 'toolCalls',
						calls: [{ id: 'call_1', name: 'weather', arguments: '{"place":"Is it raining in"}' }],
					},
				],
			);
		});
	}

	it('asks for an answer that keeps to a schema', async () => {
		const schema = { type: 'object', properties: { title: { type: 'string' }, size: { type: 'integer' } } };
		const { content } = await record(
			inferenceOn(hub),
			ask('Name it.', { provider: 'cerebras', schema: { name: 'thing', schema } }),
		);
		assert.deepEqual(Object.keys(JSON.parse(content) as object), ['title', 'size']);
	});

	it('shows pictures to a model that has eyes, and says so of one that has none', async () => {
		const attachments = [{ kind: 'image', name: 'a.png', mediaType: 'image/png', data: PNG }] as const;
		const seeing = await record(
			inferenceOn(hub),
			ask('What is it?', { attachments, model: 'google/gemma-3-4b-it' }),
		);
		assert.match(seeing.content, /^I see a wide PNG picture of 2 by 1 pixels/);
		const { problem } = await record(inferenceOn(hub), ask('What is it?', { attachments }));
		assert.deepEqual(problem, {
			code: 'input.invalid',
			detail: 'openai/gpt-oss-120b is not a multimodal model',
		});
	});

	it('goes on with an answer where it broke off, and says no word twice', async () => {
		const inference = inferenceOn(hub);
		const whole = await record(inference, ask('What is a tide?'));
		const cut = await record(inference, ask('What is a tide?', { parameters: { max_tokens: 60 } }));
		assert.ok(cut.content.length > 0 && cut.last?.type === 'finished' && cut.last.reason === 'length');
		const rest = await record(inference, ask('What is a tide?', { answered: cut.content }));
		assert.equal(cut.content + rest.content, whole.content);
	});

	it('sends each parameter as it was given', async () => {
		const { content } = await record(
			inferenceOn(hub),
			ask('What is a tide?', {
				parameters: { stop: ['hold'], seed: 7, top_p: 0.5, reasoning_effort: 'low', presence_penalty: 1 },
			}),
		);
		assert.ok(content.length > 0 && !content.includes('hold'));
	});
});
