import assert from 'node:assert/strict';
import { noMatchRow } from '../../../src/files/noMatchRow';

const DONE = { isLoading: false, texts: 3, skipped: 0, isCut: false };

describe('noMatchRow', () => {
	it('does not say that nothing matches while files are still fetched', () => {
		assert.deepEqual(noMatchRow({ ...DONE, isLoading: true, skipped: 2 }), {
			label: 'No line matches yet.',
			description: '3 text files searched so far',
		});
	});

	for (const [searched, description] of [
		[DONE, ''],
		[{ ...DONE, skipped: 2 }, '3 text files searched, 2 others left out'],
		[{ ...DONE, isCut: true }, '3 text files searched, the repo has more files than are listed'],
	] as const) {
		it(`says what was left out: ${description || 'nothing'}`, () => {
			assert.deepEqual(noMatchRow(searched), { label: 'No line matches.', description });
		});
	}
});
