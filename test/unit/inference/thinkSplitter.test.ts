import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ThinkSplitter } from '../../../src/inference/thinkSplitter';

function split(pieces: readonly string[]): { content: string; reasoning: string } {
	const out = { content: '', reasoning: '' };
	const splitter = new ThinkSplitter((channel, text) => {
		assert.notEqual(text, '');
		out[channel] += text;
	});
	pieces.filter(piece => piece !== '').forEach(piece => splitter.push(piece));
	splitter.end();
	return out;
}

/** The same, said another way: on the whole text, with one regular expression. */
function splitWhole(text: string): { content: string; reasoning: string } {
	const match = /^\s*<think>\s*(?<reasoning>[^]*?)(?:<\/think>\s*(?<content>[^]*))?$/.exec(text);
	return match
		? { reasoning: match.groups?.reasoning ?? '', content: match.groups?.content ?? '' }
		: { reasoning: '', content: text };
}

describe('ThinkSplitter', () => {
	const cases: ReadonlyArray<[text: string, content: string, reasoning: string]> = [
		['Two.', 'Two.', ''],
		['<think>\nOne and one.\n</think>\n\nTwo.', 'Two.', 'One and one.\n'],
		['\n <think>a</think>b', 'b', 'a'],
		['<think>\n\n</think>\n\nTwo.', 'Two.', ''],
		['<think>never closed', '', 'never closed'],
		['<think>a</thin', '', 'a</thin'],
		['Use <think>a</think> tags.', 'Use <think>a</think> tags.', ''],
		['<think>a</think>b<think>c</think>', 'b<think>c</think>', 'a'],
		['<thinker>', '<thinker>', ''],
		['<thi', '<thi', ''],
		['\n\n', '\n\n', ''],
		['<think>a < b </ c</think>d', 'd', 'a < b </ c'],
		['<think>a<</think>b', 'b', 'a<'],
	];
	for (const [text, content, reasoning] of cases) {
		it(JSON.stringify(text), () => {
			assert.deepEqual(split([text]), { content, reasoning });
			assert.deepEqual(split([...text]), { content, reasoning });
			assert.deepEqual(splitWhole(text), { content, reasoning });
		});
	}

	it('gives the same however a text is cut', () => {
		const piece = fc.oneof(
			fc.constantFrom('<think>', '</think>', '<thi', 'nk>', '</', '<', '>', '\n', ' ', 'word', '🤗'),
			fc.string({ maxLength: 4 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat({ max: 60 })), (pieces, cuts) => {
				const text = pieces.join('');
				const at = [...new Set(cuts.map(cut => cut % (text.length + 1)))].sort((a, b) => a - b);
				const cut = [0, ...at].map((start, index) => text.slice(start, at[index] ?? text.length));
				assert.equal(cut.join(''), text);
				assert.deepEqual(split(cut), splitWhole(text));
			}),
			{ numRuns: 2_000 },
		);
	});

	it('holds nothing back once the answer has begun', () => {
		const seen: string[] = [];
		const splitter = new ThinkSplitter((channel, text) => seen.push(`${channel}: ${text}`));
		splitter.push('He');
		splitter.push('llo <');
		assert.deepEqual(seen, ['content: He', 'content: llo <']);
	});
});
