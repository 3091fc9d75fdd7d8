import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { outputText } from '../../../src/results/outputText';
import type { Output } from '../../../src/shared/output';

function assertText(output: Output, expected: string): void {
	assert.equal(outputText(output), expected);
}

describe('an output as text', () => {
	it('is the text itself', () => assertText({ kind: 'text', text: 'short' }, 'short'));

	it('is the answer without the reasoning', () =>
		assertText({ kind: 'chat', content: '# Yes', reasoning: 'Hmm' }, '# Yes'));

	it('is a line per label', () =>
		assertText(
			{
				kind: 'labels',
				labels: [
					{ label: 'POSITIVE', score: 0.99876 },
					{ label: 'NEGATIVE', score: 0.00124 },
				],
			},
			'POSITIVE\t0.9988\nNEGATIVE\t0.0012',
		));

	it('is a line per span with what it marks', () =>
		assertText(
			{
				kind: 'spans',
				text: 'Ada met Bram.',
				spans: [{ label: 'PER', score: 0.9, start: 8, end: 12 }],
			},
			'Bram\tPER\t0.9000',
		));
});
