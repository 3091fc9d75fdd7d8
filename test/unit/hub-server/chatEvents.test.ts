import assert from 'node:assert/strict';
import fc from 'fast-check';
import { limitAnswer } from '../../hub/inference/chatAnswer';
import { chatEvents } from '../../hub/inference/chatEvents';
import { type Dialect, dialectOf } from '../../hub/inference/dialect';

const dialects = [
	'plain',
	'cerebras',
	'cohere',
	'featherless-ai',
	'fireworks-ai',
	'groq',
	'hf-inference',
	'novita',
	'nscale',
	'publicai',
	'sambanova',
	'scaleway',
	'together',
].map(provider => ({ provider, dialect: dialectOf(provider) }));

const identity = { id: 'chatcmpl-1', created: 1, model: 'm' };

interface Chunk {
	readonly choices: ReadonlyArray<{
		readonly delta: {
			readonly content?: string;
			readonly reasoning?: string;
			readonly reasoning_content?: string;
		};
		readonly finish_reason?: string | null;
	}>;
	readonly usage?: { readonly completion_tokens: number } | null;
}

/** The chunks of a stream, read as the rules for event streams say. */
function read(stream: string): { readonly chunks: readonly Chunk[]; readonly isDone: boolean } {
	const data = stream
		.split(/\r\n|\n/)
		.filter(line => line.startsWith('data:'))
		.map(line => line.slice('data:'.length).trimStart());
	const chunks = data.filter(text => text !== '[DONE]').map(text => JSON.parse(text) as Chunk);
	return { chunks, isDone: data.at(-1) === '[DONE]' };
}

function write(text: { reasoning: string; content: string }, dialect: Dialect, maxTokens = Infinity) {
	const answer = limitAnswer(text, 5, { maxTokens, stop: [] });
	const events = [...chatEvents(identity, answer, dialect, { includeUsage: true })];
	return { answer, events, ...read(events.map(event => event.text).join('')) };
}

describe('The event streams of the loopback router', () => {
	for (const { provider, dialect } of dialects) {
		it(`${provider}: carry the whole text, the counts and the end, and never an error key`, () => {
			const text = fc.record({
				reasoning: fc.string({ unit: 'grapheme' }),
				content: fc.string({ unit: 'grapheme' }),
			});
			fc.assert(
				fc.property(text, fc.integer({ min: 0, max: 12 }), (source, maxTokens) => {
					const { answer, events, chunks, isDone } = write(source, dialect, maxTokens);
					const deltas = chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta));
					const content = deltas.map(delta => delta.content ?? '').join('');
					const reasoning = deltas.map(delta => delta.reasoning ?? delta.reasoning_content ?? '').join('');
					const pieces = [...answer.pieces()];
					const said = (channel: string) =>
						pieces.map(piece => (piece.channel === channel ? piece.text : '')).join('');
					if (dialect.reasoning === 'think') {
						assert.ok(content.includes(said('reasoning')) && content.endsWith(said('content')));
					} else {
						assert.deepEqual([content, reasoning], [said('content'), said('reasoning')]);
					}
					assert.equal(events.filter(({ isDelta }) => isDelta).length, pieces.length);
					const finish = chunks.flatMap(({ choices }) =>
						choices.flatMap(choice => choice.finish_reason ?? []),
					);
					assert.deepEqual(finish, [answer.finishReason === 'length' ? 'length' : dialect.stopped]);
					assert.equal(chunks.findLast(chunk => chunk.usage)?.usage?.completion_tokens, pieces.length);
					assert.ok(chunks.every(chunk => !('error' in chunk)));
					assert.equal(isDone, dialect.done);
					const alone = chunks.filter(({ choices }) => choices.length === 0).length;
					assert.equal(alone, dialect.usage === 'own' ? 1 : 0);
				}),
			);
		});
	}

	it('show every quirk somewhere', () => {
		const has = <K extends keyof Dialect>(key: K, value: Dialect[K]) =>
			assert.ok(
				dialects.some(({ dialect }) => dialect[key] === value),
				`${key} ${String(value)}`,
			);
		for (const reasoning of ['reasoning', 'reasoning_content', 'think'] as const) {
			has('reasoning', reasoning);
		}
		for (const usage of ['own', 'last', 'every'] as const) {
			has('usage', usage);
		}
		for (const key of ['nullUsage', 'extras', 'sparse', 'keepAlive'] as const) {
			has(key, true);
		}
		has('done', false);
		has('blank', false);
		has('lineEnd', '\r\n');
		has('stopped', 'eos');
	});
});
