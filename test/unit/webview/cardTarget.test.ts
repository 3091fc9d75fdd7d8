import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSafeFilePath } from '../../../src/hub/transfers/safeFilePath';
import { cardHref } from '../../../src/webview/repo/cardHref';
import { cardTarget } from '../../../src/webview/repo/cardTarget';

describe('a relative link of a card', () => {
	const leads: Readonly<Record<string, readonly [kind: 'file' | 'folder' | 'heading', name: string]>> = {
		'config.json': ['file', 'config.json'],
		'./config.json': ['file', 'config.json'],
		'docs/notes.md#part': ['file', 'docs/notes.md'],
		'docs/notes.md?download=true#part': ['file', 'docs/notes.md'],
		'docs/../LICENSE': ['file', 'LICENSE'],
		'a%20b/c%23d.md': ['file', 'a b/c#d.md'],
		'a//b': ['file', 'a/b'],
		'docs/a:b.md': ['file', 'docs/a:b.md'],
		'...': ['file', '...'],
		'docs/': ['folder', 'docs'],
		'docs/..': ['folder', ''],
		'./': ['folder', ''],
		'.': ['folder', ''],
		'#how-to-use': ['heading', 'how-to-use'],
		'#%C3%BCber': ['heading', 'über'],
	};
	for (const [href, [kind, name]] of Object.entries(leads)) {
		it(`leads from ${href} to ${kind} ${name}`, () =>
			assert.deepEqual(cardTarget(href), kind === 'heading' ? { kind, slug: name } : { kind, path: name }));
	}

	const text = [
		...[
			'',
			'#',
			'?a=b',
			'..',
			'../..',
			'../other/config.json',
			'docs/../../x',
			'%2e%2e/x',
			'a/%2e%2e/%2e%2e/x',
		],
		...['/config.json', '//evil.example/x', '%2Fetc%2Fpasswd', '\\\\evil\\x', '%5Cx', 'a\\b', 'a%5Cb'],
		...['https://one.example', 'HTTP:x', 'javascript:alert(1)', 'javascript%3Aalert(1)', 'C:x', 'command:a'],
		...['hf://models/a', 'mailto:a@b.example', 'a%00b', 'a%0Ab', '%E0%A4%A'],
	];
	for (const href of text) {
		it(`is none in ${JSON.stringify(href)}`, () => assert.equal(cardTarget(href), undefined));
	}

	it('names only what is below the root, whatever it is, and has one form that means the same', () => {
		const pieces = fc.constantFrom('..', '.', '/', 'a', '%2e', '%2F', ':', '#', '?', '\\', '%', ' ', 'é');
		const hrefs = fc.oneof(
			fc.string(),
			fc.array(pieces).map(all => all.join('')),
		);
		fc.assert(
			fc.property(hrefs, href => {
				const target = cardTarget(href);
				const written = cardHref(href);
				assert.equal(written === undefined, target === undefined);
				if (target && written !== undefined) {
					assert.match(written, /^(?:\.\/|#)/);
					assert.deepEqual(cardTarget(written), target);
					assert.equal(cardHref(written), written);
				}
				if (target && 'path' in target && target.path !== '') {
					assert.ok(isSafeFilePath(target.path, 'linux'), target.path);
				}
			}),
		);
	});
});
