import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cardView as viewWith } from '../../../src/repoPage/cardView';
import { readYaml } from '../../../src/util/readYaml';

const cardView = (readme: string) => viewWith(readme, readYaml);

describe('a card', () => {
	it('has its front matter as facts and the rest as markdown', () => {
		const readme = '---\nlicense: mit\ntags:\n- a\n- b\nempty:\n---\n# Title\n';
		assert.deepEqual(cardView(readme), {
			facts: [
				['license', 'mit'],
				['tags', 'a, b'],
			],
			markdown: '# Title\n',
		});
	});

	it('says it where the front matter is not valid', () => {
		assert.deepEqual(cardView('---\na: [\n---\nx').facts, [['front matter', 'is not valid YAML']]);
	});

	const html: ReadonlyArray<readonly [string, string]> = [
		['<p align="center">Hello <b>you</b></p>', 'Hello you'],
		['a<br>b', 'a\nb'],
		['<!-- note -->x<!-- never closed', 'x'],
		['`<p>` and\n```html\n<p>\n```\n<i>y</i>', '`<p>` and\n```html\n<p>\n```\ny'],
		['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
		['<https://hf.co>', '<https://hf.co>'],
	];
	for (const [given, expected] of html) {
		it(`shows ${JSON.stringify(given)} without its HTML`, () =>
			assert.equal(cardView(given).markdown, expected));
	}

	it('comes of whatever stands in a README', () => {
		fc.assert(fc.property(fc.string(), readme => void cardView(`---\n${readme}\n---\n${readme}`)));
	});
});
