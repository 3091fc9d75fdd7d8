import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ChatReader } from '../../../src/inference/chatReader';
import { ErrorEvent } from '../../../src/inference/errorEvent';
import { readFinishReason } from '../../../src/inference/readFinishReason';

function read(chunks: readonly unknown[]) {
	const deltas: string[] = [];
	const reader = new ChatReader((channel, text) => deltas.push(`${channel}: ${text}`));
	chunks.forEach(chunk => reader.read(chunk));
	reader.end();
	return { deltas, finishReason: reader.finishReason, usage: reader.usage };
}

const delta = (content: object, more: object = {}) => ({ choices: [{ index: 0, delta: content, ...more }] });
const end = (reason: string) => delta({}, { finish_reason: reason });

describe('ChatReader', () => {
	it('reads content, with and without a role and the fields that only some providers add', () => {
		const { deltas, finishReason } = read([
			delta({ role: 'assistant' }, { finish_reason: null }),
			delta({ role: 'assistant', content: 'T', tool_calls: null, token_id: 7 }, { text: 'T' }),
			{ choices: [{ delta: { content: 'wo' } }] },
			delta({ content: '' }),
			end('stop'),
		]);
		assert.deepEqual(deltas, ['content: T', 'content: wo']);
		assert.equal(finishReason, 'stop');
	});

	it('reads reasoning in each of its three places', () => {
		assert.deepEqual(
			read([
				delta({ reasoning_content: 'a' }),
				delta({ reasoning: 'b' }),
				delta({ content: '<think>c</think>d' }),
			]).deltas,
			['reasoning: a', 'reasoning: b', 'reasoning: c', 'content: d'],
		);
	});

	it('reads reasoning that comes in two fields at once only once', () => {
		assert.deepEqual(read([delta({ reasoning_content: 'a', reasoning: 'a' })]).deltas, ['reasoning: a']);
	});

	const usage = (prompt: number, completion: number) => ({
		usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
	});
	const usages: ReadonlyArray<[where: string, chunks: readonly object[]]> = [
		['a chunk without choices', [delta({ content: 'a' }), end('stop'), { choices: [], ...usage(8, 3) }]],
		['a chunk without the key', [delta({ content: 'a' }), end('stop'), usage(8, 3)]],
		['the last chunk', [delta({ content: 'a' }), { ...end('stop'), ...usage(8, 3) }]],
		[
			'every chunk, as running totals',
			[
				{ ...delta({ content: 'a' }), ...usage(8, 1) },
				{ ...delta({ content: 'b' }), ...usage(8, 2) },
				{ ...end('stop'), ...usage(8, 3) },
			],
		],
		[
			'one chunk, null in the others',
			[
				{ ...delta({ content: 'a' }), usage: null },
				{ ...end('stop'), ...usage(8, 3) },
				{ choices: [], usage: null },
			],
		],
	];
	for (const [where, chunks] of usages) {
		it(`finds usage in ${where}`, () => {
			assert.deepEqual(read(chunks).usage, { promptTokens: 8, completionTokens: 3 });
		});
	}

	it('keeps the last counts that were counts', () => {
		assert.deepEqual(
			read([
				{ choices: [], ...usage(8, 3) },
				{ choices: [], usage: { prompt_tokens: 'many' } },
			]).usage,
			{
				promptTokens: 8,
				completionTokens: 3,
			},
		);
	});

	it('does without usage, and does not believe what is none', () => {
		for (const wrong of [
			undefined,
			null,
			'many',
			{ prompt_tokens: -1, completion_tokens: 2 },
			{ prompt_tokens: 1 },
		]) {
			assert.equal(read([{ choices: [], usage: wrong }]).usage, undefined);
		}
	});

	it('reads the first of several choices', () => {
		assert.deepEqual(
			read([
				{
					choices: [
						{ index: 1, delta: { content: 'other' } },
						{ index: 0, delta: { content: 'first' } },
					],
				},
			]).deltas,
			['content: first'],
		);
	});

	it('passes over chunks that say nothing', () => {
		const { deltas, finishReason } = read([
			{},
			[],
			null,
			7,
			'text',
			{ choices: [null, {}] },
			{ choices: [{ delta: null }] },
		]);
		assert.deepEqual(deltas, []);
		assert.equal(finishReason, undefined);
	});

	it('takes an error object for the failure that it is', () => {
		for (const chunk of [{ object: 'error', message: 'Broken' }, { error_message: 'Broken' }]) {
			assert.throws(() => read([chunk]), ErrorEvent);
		}
	});
});

describe('readFinishReason', () => {
	const reasons: ReadonlyArray<[string, string]> = [
		['stop', 'stop'],
		['eos', 'stop'],
		['eos_token', 'stop'],
		['length', 'length'],
		['tool_calls', 'toolCalls'],
		['content_filter', 'contentFilter'],
		['abort', 'other'],
		['toString', 'other'],
	];
	for (const [said, meant] of reasons) {
		it(`${said} is ${meant}`, () => assert.equal(readFinishReason(said), meant));
	}
});
