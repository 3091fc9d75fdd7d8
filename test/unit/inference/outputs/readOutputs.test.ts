import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readGeneratedText } from '../../../../src/inference/outputs/readGeneratedText';
import { readLabels } from '../../../../src/inference/outputs/readLabels';
import { readSpans } from '../../../../src/inference/outputs/readSpans';
import { ProblemError } from '../../../../src/util/problemError';

/** Asserts that an answer is refused as `protocol`, in a sentence that does not repeat it. */
function assertIllegal(read: () => unknown): void {
	assert.throws(read, (error: unknown) => {
		assert.ok(error instanceof ProblemError && error.problem.code === 'protocol');
		assert.match(error.problem.detail, /^Expected .*, not .*\.$/);
		assert.ok(!error.problem.detail.includes('secret'));
		return true;
	});
}

describe('readGeneratedText', () => {
	it('reads a list of one, a list of several and a bare object', () => {
		for (const answer of [
			[{ summary_text: 'Short.' }],
			[{ summary_text: 'Short.' }, { summary_text: 'Other.' }],
			{ summary_text: 'Short.' },
		]) {
			assert.deepEqual(readGeneratedText(answer, 'summary_text'), { kind: 'text', text: 'Short.' });
		}
	});

	for (const answer of [
		[],
		{},
		null,
		'secret',
		[{ summary_text: 7 }],
		[{ translation_text: 'secret' }],
		[['secret']],
	]) {
		it(`refuses ${JSON.stringify(answer)}`, () =>
			assertIllegal(() => readGeneratedText(answer, 'summary_text')));
	}
});

describe('readLabels', () => {
	const labels = [
		{ label: 'POSITIVE', score: 0.9 },
		{ label: 'NEGATIVE', score: 0.1 },
	];

	it('puts the likeliest first, whether the list is nested or flat', () => {
		const reversed = [...labels].reverse();
		assert.deepEqual(readLabels([reversed]), { kind: 'labels', labels });
		assert.deepEqual(readLabels(reversed), { kind: 'labels', labels });
	});

	it('puts right what 32-bit floats do to 0 and 1', () => {
		assert.deepEqual(
			readLabels([
				[
					{ label: 'a', score: 1.0000001192092896 },
					{ label: 'b', score: -1.2e-8 },
				],
			]).labels.map(({ score }) => score),
			[1, 0],
		);
	});

	for (const answer of [
		[],
		[[]],
		{},
		null,
		'secret',
		[{ label: 'secret' }],
		[{ label: 'secret', score: 1.5 }],
		[{ label: 'secret', score: '0.5' }],
		[[{ label: 7, score: 0.5 }]],
		[{ label: 'secret', score: NaN }],
	]) {
		it(`refuses ${JSON.stringify(answer)}`, () => assertIllegal(() => readLabels(answer)));
	}
});

describe('readSpans', () => {
	const text = 'Sarah lives in Paris.';

	it('reads grouped entities, nested or flat', () => {
		const answer = [
			{ entity_group: 'PER', score: 0.99, word: 'Sarah', start: 0, end: 5 },
			{ entity_group: 'LOC', score: 0.98, word: 'Paris', start: 15, end: 20 },
		];
		const output = {
			kind: 'spans',
			text,
			spans: [
				{ label: 'PER', score: 0.99, start: 0, end: 5 },
				{ label: 'LOC', score: 0.98, start: 15, end: 20 },
			],
		};
		assert.deepEqual(readSpans(answer, text), output);
		assert.deepEqual(readSpans([answer], text), output);
	});

	it('finds nothing in an empty list: a text may have no entities', () => {
		assert.deepEqual(readSpans([], text), { kind: 'spans', text, spans: [] });
	});

	it('reads ungrouped tokens without their B- and I-', () => {
		assert.deepEqual(
			readSpans([{ entity: 'B-PER', score: 0.9, word: 'Sarah', start: null, end: null }], text).spans,
			[{ label: 'PER', score: 0.9, start: 0, end: 5 }],
		);
	});

	for (const answer of [
		{},
		null,
		'secret',
		['secret'],
		[{ score: 0.5, word: 'secret', start: 0, end: 5 }],
		[{ entity_group: 'PER', word: 'secret', start: 0, end: 5 }],
	]) {
		it(`refuses ${JSON.stringify(answer)}`, () => assertIllegal(() => readSpans(answer, text)));
	}
});
