import assert from 'node:assert/strict';
import { createMarkdown } from '../../../src/webview/markdown/createMarkdown';
import { cardHref } from '../../../src/webview/repo/cardHref';

describe('createMarkdown', () => {
	const cases: Readonly<Record<string, readonly [source: string, html: string]>> = {
		'moves headings one level down': [
			'# one\n###### six',
			'<h2 dir="auto">one</h2>\n<h6 dir="auto">six</h6>',
		],
		'shows HTML as text': ['<b>x</b>', '<p dir="auto">&lt;b&gt;x&lt;/b&gt;</p>'],
		'links http and https': [
			'[x](HTTPS://one.example)',
			'<p dir="auto"><a href="HTTPS://one.example">x</a></p>',
		],
		'links no other scheme': ['[x](javascript:alert(1))', '<p dir="auto">[x](javascript:alert(1))</p>'],
		'links no path': ['[x](setup.py)', '<p dir="auto">[x](setup.py)</p>'],
		'links addresses by themselves': [
			'see https://one.example.',
			'<p dir="auto">see <a href="https://one.example">https://one.example</a>.</p>',
		],
		'takes no file name and no mail for an address': [
			'main.rs, setup.py, a@b.example, //x.example',
			'<p dir="auto">main.rs, setup.py, a@b.example, //x.example</p>',
		],
		'shows an image as a link to it': [
			'![an *alt*](https://one.example/x.png "title")',
			'<p dir="auto"><a href="https://one.example/x.png" class="image">an alt</a></p>',
		],
		'shows an image in a link as its text': [
			'[![alt](https://one.example/x.png)](https://two.example)',
			'<p dir="auto"><a href="https://two.example">alt</a></p>',
		],
		'shows an image with other addresses as text': [
			'![alt](data:image/png;base64,AAAA)',
			'<p dir="auto">![alt](data:image/png;base64,AAAA)</p>',
		],
		'gives a list one direction': ['- one\n- two', '<ul dir="auto">\n<li>one</li>\n<li>two</li>\n</ul>'],
		'aligns by class': [
			'|a|\n|-:|\n|b|',
			'<table>\n<thead>\n<tr>\n<th dir="auto" class="align-right">a</th>\n</tr>\n</thead>\n' +
				'<tbody>\n<tr>\n<td dir="auto" class="align-right">b</td>\n</tr>\n</tbody>\n</table>',
		],
	};
	for (const [name, [source, html]] of Object.entries(cases)) {
		it(name, () => assert.equal(createMarkdown().render(source).trim(), html));
	}

	const ownCases: Readonly<Record<string, readonly [source: string, html: string]>> = {
		'a file': ['[x](config.json)', '<a href="./config.json">x</a>'],
		'a file by reference': ['[x][1]\n\n[1]: docs/a%20b.md#part', '<a href="./docs/a%20b.md">x</a>'],
		'a heading': ['[x](#über-uns)', '<a href="#%C3%BCber-uns">x</a>'],
		'a picture': ['![an *alt*](images/x.png)', '<a href="./images/x.png" class="image">an alt</a>'],
		'an address of the web': [
			'[x](https://one.example/?a=b#c)',
			'<a href="https://one.example/?a=b#c">x</a>',
		],
		'what leaves the repo': ['[x](../../a)', '[x](../../a)'],
		'what is written from a root': ['[x](/a) ![y](//one.example/y.png)', '[x](/a) ![y](//one.example/y.png)'],
		'another scheme': ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
	};
	for (const [name, [source, html]] of Object.entries(ownCases)) {
		it(`in a card shows ${name}`, () =>
			assert.equal(createMarkdown(cardHref).render(source).trim(), `<p dir="auto">${html}</p>`));
	}
});
