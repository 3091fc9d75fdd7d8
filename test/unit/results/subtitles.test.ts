import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { subtitles } from '../../../src/results/subtitles';

describe('a transcript as subtitles', () => {
	it('has a number, two times and the text of each line', () =>
		assert.equal(
			subtitles([
				{ text: ' Hello there.', start: 0, end: 1.5 },
				{ text: 'One\n\ntwo', start: 3_661.25 },
				{ text: 'The end', start: 3_700.9996 },
			]),
			'1\n00:00:00,000 --> 00:00:01,500\nHello there.\n\n' +
				'2\n01:01:01,250 --> 01:01:41,000\nOne\ntwo\n\n' +
				'3\n01:01:41,000 --> 01:01:46,000\nThe end\n',
		));

	it('is empty without any', () => assert.equal(subtitles([]), ''));
});
