import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { asDocument, candidates } from '../../../src/results/candidates';
import type { KeptOutput } from '../../../src/shared/output';

const chat = (content: string): KeptOutput => ({ kind: 'chat', content, reasoning: '' });
const ONE = 'Fixed:\n```ts\nlet a;\n```\nEnjoy.';
const TWO = '```ts\na\n```\nor\n```ts\nb\n```';

function assertCandidates(output: KeptOutput, ...expected: string[]): void {
	assert.deepEqual(
		candidates(output).map(({ kind, text }) => `${kind}: ${text}`),
		expected,
	);
}

function assertDocument(output: KeptOutput, text: string, language: string): void {
	const { text: own, language: fence, isMarkdown } = asDocument(output);
	assert.deepEqual([own, isMarkdown ? 'markdown' : fence], [text, language]);
}

describe('what can take the place of the input', () => {
	it('is the only code block', () => assertCandidates(chat(ONE), 'code: let a;'));
	it('is the whole answer where there is no code', () => assertCandidates(chat('Plain.'), 'answer: Plain.'));
	it('is one of several code blocks or all', () =>
		assertCandidates(chat(TWO), 'code: a', 'code: b', `answer: ${TWO}`));
	it('is the likeliest sentence for a gap', () =>
		assertCandidates(
			{ kind: 'fills', text: 'a _', mask: '_', fills: [{ token: 'b', score: 1, sequence: 'a b' }] },
			'answer: a b',
		));
	it('is the text of other tasks, whatever it looks like', () =>
		assertCandidates({ kind: 'text', text: ONE }, `answer: ${ONE}`));
});

describe('the document that an answer is opened as', () => {
	it('is markdown for a chat', () => {
		assertDocument(chat(ONE), ONE, 'markdown');
		assertDocument(chat(TWO), TWO, 'markdown');
	});
	it('is the code where there is nothing else', () =>
		assertDocument(chat('```ts\nlet a;\n```'), 'let a;', 'ts'));
	it('is JSON for JSON', () => assertDocument({ kind: 'json', value: 1 }, '1', 'json'));
	it('is plain text for other tasks', () => assertDocument({ kind: 'text', text: 'short' }, 'short', ''));
});
