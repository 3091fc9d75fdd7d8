import assert from 'node:assert/strict';
import { wordDifference } from '../../../src/webview/wordDifference';

describe('wordDifference', () => {
	it('has both texts in it, and what differs by words', () => {
		const [from, to] = ['It calls  the function.\n\nTwice.', 'It calls the method.\n\nTwice.'];
		const difference = wordDifference(from, to);
		assert.ok(difference !== 'tooMuch');
		const without = (left: string) =>
			difference.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');
		assert.equal(without('added'), from);
		assert.equal(without('removed'), to);
		assert.ok(difference.some(({ kind, text }) => kind === 'removed' && text.includes('function')));
		assert.ok(difference.some(({ kind, text }) => kind === 'same' && text.includes('Twice.')));
	});

	it('leaves texts alone that are too long to be compared', () =>
		assert.equal(wordDifference('a '.repeat(20_001), 'a'), 'tooMuch'));
});
