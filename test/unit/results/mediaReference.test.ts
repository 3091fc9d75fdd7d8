import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mediaReference } from '../../../src/results/mediaReference';

describe('how a document leads to a file beside it', () => {
	for (const [language, type, expected] of [
		['markdown', 'image/png', '![A lake](a-lake.png)'],
		['markdown', 'audio/wav', '[A lake](a-lake.png)'],
		['html', 'image/png', '<img src="a-lake.png" alt="A lake">'],
		['html', 'video/mp4', '<a href="a-lake.png">A lake</a>'],
		['latex', 'image/png', '\\includegraphics{a-lake.png}'],
		['python', 'image/png', 'a-lake.png'],
		['constructor', 'image/png', 'a-lake.png'],
	] as const) {
		it(`is ${expected} in ${language}`, () =>
			assert.equal(mediaReference(language, type, 'a-lake.png', 'A lake'), expected));
	}

	it('cannot be broken out of by a title', () => {
		assert.equal(
			mediaReference('html', 'image/png', 'a.png', '"><script>'),
			'<img src="a.png" alt="&#34;&#62;&#60;script&#62;">',
		);
		assert.equal(mediaReference('markdown', 'image/png', 'ä b.png', ']('), '![(](%C3%A4%20b.png)');
	});
});
