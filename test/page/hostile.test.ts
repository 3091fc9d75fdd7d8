import assert from 'node:assert/strict';
import { chat, run, runningChat } from './runs';
import { usePage } from './usePage';

/** Answers that try to run something, to load something, to navigate or to dress up as the page. */
const ANSWERS: readonly string[] = [
	'<script>globalThis.pwned = true</script>',
	'<img src=x onerror="globalThis.pwned = true">',
	'<svg onload="globalThis.pwned = true"><script>globalThis.pwned = true</script></svg>',
	'<iframe srcdoc="<script>parent.pwned = true</script>"></iframe>',
	'<form action="https://evil.example"><button>Stop</button></form>',
	'<style>body { display: none }</style>',
	'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=globalThis.pwned=true&gt;">',
	'<template><script>globalThis.pwned = true</script></template>',
	'<noscript><p title="</noscript><img src=x onerror=globalThis.pwned=true>">',
	'<a href="https://good.example" onclick="globalThis.pwned = true">click</a>',
	'[click](javascript:globalThis.pwned=true)',
	'[click](JaVaScRiPt:globalThis.pwned=true)',
	'[click](&#106;avascript:globalThis.pwned=true)',
	'[click](data:text/html,<script>globalThis.pwned=true</script>)',
	'[click](vbscript:msgbox)',
	'[click](command:workbench.action.terminal.new)',
	'[click](vscode://file/etc/passwd)',
	'[click](file:///etc/passwd)',
	'[click](//evil.example)',
	'[click](relative/path.py)',
	'[x]: javascript:globalThis.pwned=true\n\n[x]',
	'![remote](https://evil.example/pixel.png)',
	'![data](data:image/svg+xml,<svg onload="globalThis.pwned=true">)',
	'[![nested](https://evil.example/a.png)](https://good.example)',
	'![" onerror="globalThis.pwned=true](https://evil.example/x.png "onerror=alert(1)")',
	'<https://good.example/" onmouseover="globalThis.pwned=true>',
	'```"><script>globalThis.pwned=true</script>\ncode </code></pre><img src=x onerror=globalThis.pwned=true>\n```',
	'```html\n<img src=x onerror="globalThis.pwned = true">\n```',
	'- ```js" onclick="globalThis.pwned=true\n  </code><script>globalThis.pwned=true</script>\n  ```',
	'| <script>globalThis.pwned=true</script> | `<img src=x onerror=globalThis.pwned=true>` |\n|--|:-:|\n| a | b |',
	'# <img src=x onerror=globalThis.pwned=true>',
	'\u0000<script>globalThis.pwned=true</script>',
	'${globalThis.pwned = true} {{constructor.constructor("globalThis.pwned=true")()}}',
];

const ALLOWED = new Set(
	'DIV SPAN P BR HR H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE PRE CODE EM STRONG S A TABLE THEAD TBODY TR TH TD BUTTON MARK'
		.split(' ')
		.concat('DETAILS', 'SUMMARY', 'HF-CHAT', 'HF-TEXT', 'HF-SPANS', 'LEGEND'),
);

describe('hostile answers', () => {
	const open = usePage();

	it('are shown as text: nothing runs, loads, navigates or looks like a part of the page', async () => {
		const opened = await open();
		const { page } = opened;
		const requests: string[] = [];
		page.on('request', request => requests.push(request.url()));
		for (const [index, answer] of ANSWERS.entries()) {
			const id = `${index}`;
			// In what is unfinished, in what is finished, and in the reasoning.
			await opened.send(
				{
					type: 'state',
					runs: [runningChat({ id, model: answer, title: answer, input: answer })],
					selected: id,
				},
				{ type: 'delta', id, channel: 'reasoning', text: answer },
				{ type: 'delta', id, channel: 'content', text: answer },
			);
			await opened.send(
				{ type: 'delta', id, channel: 'content', text: '\n\nThe end.\n\n' },
				{ type: 'change', id, change: { state: { type: 'stopped' } } },
			);
			const found = await page.evaluate(() => {
				const elements = [...document.querySelectorAll('.answer *')];
				return {
					pwned: 'pwned' in globalThis,
					tags: elements.map(({ tagName }) => tagName),
					attributes: elements.flatMap(element => element.getAttributeNames()),
					links: elements.flatMap(element => (element instanceof HTMLAnchorElement ? [element.href] : [])),
				};
			});
			assert.equal(found.pwned, false, answer);
			const strange = [
				...found.tags.filter(tag => !ALLOWED.has(tag)),
				...found.attributes.filter(name => /^(on|src|action|formaction|xlink)/.test(name)),
				...found.links.filter(href => !/^https?:\/\//.test(href)),
			];
			assert.deepEqual(strange, [], answer);
			assert.match(await page.locator('.answer').innerText(), /The end\./, answer);
		}
		const { origin } = new URL(page.url());
		assert.deepEqual(
			requests.filter(url => !url.startsWith(origin)),
			[],
		);
	});

	it('keeps labels, spans, texts and problems as they are', async () => {
		const evil = '<img src=x onerror="globalThis.pwned = true">';
		const opened = await open();
		await opened.send({
			type: 'state',
			runs: [
				run({
					output: { kind: 'spans', text: evil, spans: [{ label: evil, score: 1, start: 0, end: 4 }] },
				}),
				run({ id: 'labels', output: { kind: 'labels', labels: [{ label: evil, score: 0.5 }] } }),
				run({ id: 'text', output: { kind: 'text', text: evil } }),
				run({
					id: 'failed',
					state: {
						type: 'failed',
						problem: { code: evil, title: evil, explanation: evil, remedies: [evil] },
					},
				}),
			],
			selected: 'run-1',
		});
		for (const id of ['run-1', 'labels', 'text', 'failed']) {
			await opened.send({ type: 'select', id });
			assert.ok((await opened.page.locator('article').innerText()).includes(evil));
		}
		assert.equal(await opened.page.evaluate(() => 'pwned' in globalThis), false);
		assert.equal(await opened.page.locator('img').count(), 0);
	});

	it('tells the host of a pressed link, and goes nowhere', async () => {
		const opened = await open();
		const { page } = opened;
		await opened.send({
			type: 'state',
			runs: [chat('[one](https://one.example/a?b=c) and ![alt text](https://two.example/x.png)')],
			selected: 'run-1',
		});
		const before = page.url();
		await page.getByRole('link', { name: 'one' }).click();
		await page.getByRole('link', { name: 'alt text' }).click({ button: 'middle' });
		await page.getByRole('link', { name: 'one' }).press('Enter');
		assert.equal(page.url(), before);
		assert.equal(page.context().pages().length, 1);
		assert.deepEqual(
			(await opened.posted()).flatMap(message => (message.type === 'link' ? [message.href] : [])),
			['https://one.example/a?b=c', 'https://two.example/x.png', 'https://one.example/a?b=c'],
		);
	});
});
