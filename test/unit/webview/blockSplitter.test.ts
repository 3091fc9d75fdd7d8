import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BlockSplitter } from '../../../src/webview/markdown/blockSplitter';
import { createMarkdown } from '../../../src/webview/markdown/createMarkdown';
import { markdownDocument } from './markdownDocument';
import { renderPieces } from './renderPieces';

const whole = (source: string) => createMarkdown().render(source);

describe('BlockSplitter', () => {
	it('gives, rendered part by part, what the whole text gives, however the text arrives', function () {
		this.timeout(30_000);
		fc.assert(
			fc.property(
				markdownDocument,
				fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
				(source, sizes) => {
					assert.equal(renderPieces(source, sizes), whole(source));
				},
			),
			{ numRuns: 1_000 },
		);
	});

	it('gives the same in the smallest parts', function () {
		this.timeout(30_000);
		fc.assert(
			fc.property(markdownDocument, fc.integer({ min: 1, max: 60 }), (source, part) => {
				assert.equal(renderPieces(source, [source.length || 1], part), whole(source));
				assert.equal(renderPieces(source, [5], part), whole(source));
			}),
			{ numRuns: 1_000 },
		);
	});

	const documents: Readonly<Record<string, string>> = {
		nothing: '',
		'blank lines': '\n\n  \n',
		'a setext heading': 'one\ntwo\n---\nthree\n===\n\nfour\n-',
		'a fence that is not closed': 'text\n```py\nprint(1)\n\n# not a heading\n',
		'a fence that is closed by a longer one': '````\n```\n````` \nafter',
		'an indented fence': '  ```js\n  one\n\ttwo\n three\n  ```\nafter',
		'tildes with backticks in the info string': '~~~ a`b\ncode\n~~~\n',
		'a fence in a list': '- one\n\n  ```py\n  x\n\n  y\n  ```\n- two\n',
		'a fence of the page that ends a list': '- one\n```\ncode\n```\n  - two\n',
		'a fence in a quote': '> ```\n> code\n\nafter',
		'a loose list that was tight': '- one\n- two\n\n- three\n\n\nafter\n- four',
		'two lists': '- one\n\n* two\n\n1. three\n2) four',
		'lazy continuation': '> one\ntwo\n\n- three\nfour\n# five',
		'a table in a paragraph': 'one\n|a|b|\n|-|:-:|\n|1|2|\nthree\n\nfour',
		'a table that is none': '|a|b|\n|-|x|\n|1|2|\n',
		'indented code with blank lines': '    one\n\n\n    two\nthree',
		HTML: '<div>\n\n*one*\n\n</div>\n<script>\nalert(1)\n\n</script>',
		'a reference defined before': '[one]: https://one.example\n\n[one] and [two][one]',
		'a reference defined after':
			'see [one] and [`two`][two]\n\n- [one]\n\n[one]: https://one.example\n[two]: https://two.example "two"',
		'a title on the next line': '[one]: https://one.example\n"a\ntitle"\n\n[one]',
		'a definition that is none': '[one]: javascript:alert(1)\n\n[one]',
		'the first of two definitions':
			'[one]\n\n[one]: https://a.example\n\n[one]\n\n[One]: https://b.example\n',
		'a thematic break': '- - -\n***\n_ _ _\ntext\n---\n',
	};
	for (const [name, source] of Object.entries(documents)) {
		it(`keeps ${name}`, () => {
			for (const size of [1, 2, 3, 7, 1_000]) {
				assert.equal(renderPieces(source, [size]), whole(source));
			}
		});
	}

	it('finishes a block as soon as the next one has started', () => {
		const splitter = new BlockSplitter(createMarkdown());
		splitter.push('one\n\ntwo');
		assert.equal(splitter.next(), undefined);
		splitter.push('\n');
		assert.deepEqual(splitter.next(), { kind: 'blocks', source: 'one\n\n', definitions: [] });
		assert.equal(splitter.rest, 'two\n');
	});

	it('opens a fence with its first line and gives its code line by line', () => {
		const splitter = new BlockSplitter(createMarkdown());
		splitter.push('```python\nprint(');
		assert.deepEqual(splitter.next(), { kind: 'fence', info: 'python' });
		assert.equal(splitter.next(), undefined);
		assert.equal(splitter.rest, 'print(');
		splitter.push('1)\n``');
		assert.deepEqual(splitter.next(), { kind: 'code', text: 'print(1)\n' });
		splitter.push('`\n');
		assert.deepEqual(splitter.next(), { kind: 'fenceEnd' });
	});
});
