import assert from 'node:assert/strict';
import { nextIndex } from '../../../src/webview/nextIndex';

describe('nextIndex', () => {
	const rows: ReadonlyArray<readonly [string, number, number | undefined]> = [
		['ArrowDown', -1, 0],
		['ArrowDown', 1, 2],
		['ArrowDown', 2, 2],
		['ArrowUp', 2, 1],
		['ArrowUp', 0, 0],
		['Home', 2, 0],
		['End', 0, 2],
		['Enter', 1, undefined],
	];
	for (const [key, index, next] of rows) {
		it(`leads from ${index} to ${next} by ${key}`, () => assert.equal(nextIndex(key, index, 3), next));
	}
});
