import assert from 'node:assert/strict';
import { matchLines } from '../../../src/files/matchLines';

const FILES = new Map([
	['a.txt', 'One\ntwo one\n'],
	['b.txt', 'three'],
]);

describe('matchLines', () => {
	it('finds lines in whatever case, with where the words begin', () => {
		assert.deepEqual(matchLines(FILES, ' ONE ', 10), [
			{ path: 'a.txt', line: 0, column: 0, text: 'One' },
			{ path: 'a.txt', line: 1, column: 4, text: 'two one' },
		]);
	});

	it('finds nothing for nothing, and no more than is wanted', () => {
		assert.deepEqual(matchLines(FILES, ' ', 10), []);
		assert.equal(matchLines(FILES, 'e', 1).length, 1);
	});
});
