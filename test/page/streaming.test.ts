import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownDocument } from '../unit/webview/markdownDocument';
import type { TestPage } from './harness';
import { chat, run, runningChat } from './runs';
import { usePage } from './usePage';

const FINISHED = { state: { type: 'finished', reason: 'stop' } } as const;

/** The answer's elements, whatever groups of blocks they are in. */
function shown({ page }: TestPage): Promise<string> {
	return page.evaluate(() => {
		const answer = document.querySelector('.answer .markdown')?.cloneNode(true) as Element;
		answer.querySelectorAll('.markdown-tail').forEach(tail => tail.remove());
		answer
			.querySelectorAll('.markdown-section, .markdown-group')
			.forEach(group => group.replaceWith(...group.childNodes));
		answer.querySelectorAll('[aria-live]').forEach(block => block.removeAttribute('aria-live'));
		return answer.innerHTML.replace(/>\s+</g, '><').trim();
	});
}

declare global {
	/** Groups of blocks that were finished, and how often something in one was changed afterwards. */
	var watched: { readonly finished: number; readonly touched: number };
}

/** Runs in the page. */
function watchFinishedBlocks(): void {
	const groups = new Set<Node>();
	globalThis.watched = { finished: 0, touched: 0 };
	new MutationObserver(records => {
		let { touched } = globalThis.watched;
		for (const { target, addedNodes } of records) {
			for (let node: Node | null = target; node; node = node.parentNode) {
				touched += Number(groups.has(node));
			}
			for (const node of addedNodes) {
				if (node instanceof Element && node.classList.contains('markdown-group')) {
					groups.add(node);
				}
			}
		}
		globalThis.watched = { finished: groups.size, touched };
	}).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Runs in the page. Resolves when every delta has been delivered. */
function postInDeltas({ text, size }: { text: string; size: number }): Promise<void> {
	for (let at = 0; at < text.length; at += size) {
		const delta = { type: 'delta', id: 'run-1', channel: 'content', text: text.slice(at, at + size) };
		window.postMessage(delta, '*');
	}
	// Messages are delivered in their order.
	return new Promise(resolve => {
		window.addEventListener('message', ({ data }) => data === 'delivered' && resolve());
		window.postMessage('delivered', '*');
	});
}

async function stream(opened: TestPage, source: string, sizes: readonly number[]): Promise<void> {
	await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
	const deltas: string[] = [];
	for (let at = 0, turn = 0; at < source.length; turn++) {
		const size = sizes[turn % sizes.length] ?? 1;
		deltas.push(source.slice(at, at + size));
		at += size;
	}
	await opened.page.evaluate(async texts => {
		for (const text of texts) {
			window.postMessage({ type: 'delta', id: 'run-1', channel: 'content', text }, '*');
			await new Promise(resolve => requestAnimationFrame(resolve));
		}
	}, deltas);
	await opened.send({ type: 'change', id: 'run-1', change: FINISHED });
}

describe('streamed answers', () => {
	const open = usePage();

	it('end as the whole answer would have been shown at once', async () => {
		const opened = await open();
		const sizes = fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 1, maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(markdownDocument, sizes, async (source, deltas) => {
				await opened.send({ type: 'state', runs: [], selected: undefined });
				await stream(opened, source, deltas);
				const streamed = await shown(opened);
				await opened.send({ type: 'state', runs: [], selected: undefined });
				await opened.send({ type: 'state', runs: [chat(source)], selected: 'run-1' });
				assert.equal(streamed, await shown(opened));
			}),
			{
				numRuns: 25,
				examples: [
					['```\n', [3]],
					['[one] and [two]\n> [one]: https://one.example\n', [3]],
				],
			},
		);
	});

	it('use a link that is defined further down', async () => {
		const opened = await open();
		await stream(opened, 'See [one].\n\nMore.\n\nStill more.\n\n[one]: https://one.example\n\nEnd.', [5]);
		assert.equal(
			await opened.page.getByRole('link', { name: 'one' }).getAttribute('href'),
			'https://one.example',
		);
	});

	it('show what is unfinished, but no beginning of a line that could become anything', async () => {
		const opened = await open();
		const text = () => opened.page.locator('.answer').innerText();
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
		await opened.send({ type: 'delta', id: 'run-1', channel: 'content', text: 'A paragraph' });
		assert.equal(await text(), 'A paragraph');
		await opened.send({ type: 'delta', id: 'run-1', channel: 'content', text: '\n-' });
		assert.equal(await text(), 'A paragraph');
		assert.equal(await opened.page.locator('.answer h2').count(), 0);
		await opened.send({ type: 'delta', id: 'run-1', channel: 'content', text: ' an item\n\n```pyth' });
		// What is unfinished is drawn the later, the longer it took the last time.
		await opened.page.getByRole('listitem').filter({ hasText: 'an item' }).waitFor();
		assert.equal(await opened.page.locator('.answer pre').count(), 0);
		await opened.send({ type: 'delta', id: 'run-1', channel: 'content', text: 'on\nprint(' });
		assert.equal(await opened.page.locator('.answer pre').innerText(), 'print(');
	});

	it('never touch a finished block again, however many deltas there are', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
		const blocks = 'Some *words* and a [link](https://one.example).\n\n- one\n- two\n\n```py\nx = 1\n```\n\n';
		const answer = blocks.repeat(Math.ceil(400_000 / blocks.length));
		await opened.page.evaluate(watchFinishedBlocks);
		await opened.page.evaluate(postInDeltas, { text: answer, size: 4 });
		await opened.send({ type: 'change', id: 'run-1', change: FINISHED });
		const { finished, touched } = await opened.page.evaluate(() => globalThis.watched);
		assert.equal(touched, 0);
		assert.ok(finished > 10, `${finished} groups of blocks`);
		assert.equal(await opened.page.locator('.answer pre').count(), answer.split('```py').length - 1);
		assert.equal(await opened.page.locator('.answer a').count(), answer.split('[link]').length - 1);
	});

	for (const [name, text] of Object.entries({
		'a fence of 100,000 lines': '```py\n' + 'print("a line")\n'.repeat(100_000) + '```\n',
		'a fence of one endless line': '```json\n' + '[1, 2, 3], '.repeat(50_000),
		'an endless paragraph': 'word '.repeat(100_000),
		'a word without an end': 'word'.repeat(100_000),
		'an endless list': '- an item\n'.repeat(40_000),
		'an endless table': '| a | b |\n|---|---|\n' + '| 1 | 2 |\n'.repeat(20_000),
		'an endless quote': '> a line\n'.repeat(40_000),
	})) {
		it(`shows all of ${name}`, async () => {
			const opened = await open();
			await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
			await opened.page.evaluate(watchFinishedBlocks);
			await opened.page.evaluate(postInDeltas, { text, size: 40 });
			await opened.send({ type: 'change', id: 'run-1', change: FINISHED });
			const word = /word|print|3|item|1|line/.exec(text)?.[0] ?? '';
			// A word that is longer than a part is cut, and each part is a paragraph on a line of its own.
			const seen = await opened.page
				.locator('.answer')
				.evaluate(({ textContent }) => textContent.replaceAll('\n', ''));
			assert.equal(seen.split(word).length, text.split(word).length);
			assert.equal((await opened.page.evaluate(() => globalThis.watched)).touched, 0);
		});
	}

	it('show text with all of its white space', async () => {
		const opened = await open();
		const text = '  two\n\n\tlines  and a <b>tag</b>\n';
		await opened.send({
			type: 'state',
			runs: [run({ task: 'translation', output: { kind: 'text', text } })],
			selected: 'run-1',
		});
		assert.equal(
			await opened.page.locator('.plain-text').evaluate(element => element.textContent),
			text.trimEnd(),
		);
		assert.match(await opened.page.locator('.plain-text').innerText(), /two\n\n\tlines {2}and a <b>tag<\/b>/);
	});

	it('say nothing aloud of what is unfinished', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
		await opened.send({ type: 'delta', id: 'run-1', channel: 'content', text: 'One.\n\nTwo\nlines' });
		assert.equal(await opened.page.locator('.answer [aria-live=off]', { hasText: 'Two' }).count(), 1);
		assert.equal(await opened.page.locator('.answer [aria-live=off]', { hasText: 'One.' }).count(), 0);
	});
});
