import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { asDocument, candidates } from '../../../src/results/candidates';
import type { KeptOutput } from '../../../src/shared/output';

const chat = (content: string): KeptOutput => ({ kind: 'chat', content, reasoning: '' });
const ONE = 'Fixed:\n```ts\nlet a;\n```\nEnjoy.';
const TWO = '```ts\na\n```\nor\n```ts\nb\n```';

function assertCandidates(output: KeptOutput, choice: number | undefined, ...expected: string[]): void {
	assert.deepEqual(
		candidates(output, choice).map(({ kind, text }) => `${kind}: ${text}`),
		expected,
	);
}

function assertDocument(output: KeptOutput, text: string, language: string): void {
	const { text: own, language: fence, isMarkdown } = asDocument(output);
	assert.deepEqual([own, isMarkdown ? 'markdown' : fence], [text, language]);
}

describe('what can take the place of the input', () => {
	it('is the only code block', () => assertCandidates(chat(ONE), undefined, 'code: let a;'));
	it('is the whole answer where there is no code', () =>
		assertCandidates(chat('Plain.'), undefined, 'answer: Plain.'));
	it('is one of several code blocks or all', () =>
		assertCandidates(chat(TWO), undefined, 'code: a', 'code: b', `answer: ${TWO}`));
	it('is the likeliest sentence for a gap', () =>
		assertCandidates(
			{ kind: 'fills', text: 'a _', mask: '_', fills: [{ token: 'b', score: 1, sequence: 'a b' }] },
			undefined,
			'answer: a b',
		));
	it('is the sentence or the answer that is chosen', () => {
		const fill = (token: string) => ({ token, score: 1, sequence: `a ${token}` });
		const fills = { kind: 'fills', text: 'a _', mask: '_', fills: [fill('b'), fill('c')] } as const;
		assertCandidates(fills, 1, 'answer: a c');
		assertCandidates(fills, 7, 'answer: a b');
		const answer = (text: string) => ({ text, score: 1, start: 0, end: 1 });
		const answers = {
			kind: 'answer',
			context: '',
			question: '',
			answers: [answer('b'), answer('c')],
		} as const;
		assertCandidates(answers, 1, 'answer: c');
		assertCandidates(answers, -1, 'answer: b');
	});
	it('is the text of other tasks, whatever it looks like', () =>
		assertCandidates({ kind: 'text', text: ONE }, undefined, `answer: ${ONE}`));
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
