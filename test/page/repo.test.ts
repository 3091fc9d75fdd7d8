import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { elementsBeyondTheEdge } from './elementsBeyondTheEdge';
import type { TestPage } from './harness';
import { REPO_VIEWS } from './repoViews';
import { HALVED } from './halved';
import { rulesIn } from './rulesIn';
import { THEMES, type ThemeName } from './theme';
import { usePage } from './usePage';
import { violations } from './violations';

/** Where all colours are. */
const COLOURED = ['model-card', 'model-weights', 'space-space', 'troubled'];
/** The headings of a card are its author's. */
const RULES = { 'heading-order': { enabled: false } };

/** Milliseconds for a look at all of them, on a machine with other things to do. */
const PATIENCE = 240_000;

describe('the page of a repo', () => {
	const open = usePage('repo');
	let axe: string;
	before(async () => {
		axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
	});

	for (const theme of Object.keys(THEMES) as ThemeName[]) {
		it(`is accessible in ${theme}`, async () => {
			const opened = await open({ theme, width: 900 });
			await opened.page.evaluate(axe);
			const names = theme === 'light' ? Object.keys(REPO_VIEWS) : COLOURED;
			await atTabs(opened, names, async name => {
				assert.deepEqual(await violations(opened, rulesIn(theme, RULES)), [], name);
			});
		});
	}

	for (const theme of Object.keys(THEMES) as ThemeName[]) {
		it(`is accessible in ${theme} at a zoom of 200 %, which halves the room`, async function () {
			this.timeout(PATIENCE);
			const opened = await open({ theme, ...HALVED });
			await opened.page.evaluate(axe);
			await atTabs(opened, Object.keys(REPO_VIEWS), async name => {
				assert.deepEqual(await violations(opened, rulesIn(theme, RULES)), [], name);
				assert.deepEqual(await opened.page.evaluate(elementsBeyondTheEdge), [], name);
			});
		});
	}

	it('opens what a card links to within its repo, and nothing else', async () => {
		const opened = await open({ width: 600 });
		const { page } = opened;
		const requests: string[] = [];
		page.on('request', request => requests.push(request.url()));
		const { state } = REPO_VIEWS['model-card'] ?? assert.fail();
		const card = { state: 'ready', value: { facts: [], markdown: LINKED } } as const;
		await opened.send({ type: 'state', state: { ...state, parts: { ...state.parts, card } } });
		const names = ['use', 'config', 'notes', 'docs', 'web', 'a chart'];
		assert.deepEqual(await page.locator('.markdown a').allInnerTexts(), names);
		for (const name of ['config', 'notes', 'a chart', 'web']) {
			await page.getByRole('link', { name }).click();
		}
		await page.getByRole('link', { name: 'use' }).press('Enter');
		const heading = page.getByRole('heading', { name: 'How to Use' });
		await heading.and(page.locator(':focus')).waitFor();
		assert.ok(await heading.evaluate(({ tagName }) => tagName === 'H3'));
		assert.ok(await page.evaluate(() => window.scrollY > 500));
		await page.getByRole('link', { name: 'docs' }).click();
		await page.getByRole('tab', { name: 'Files', selected: true }).and(page.locator(':focus')).waitFor();
		const posted = await opened.postedByRepo();
		assert.deepEqual(posted.slice(1), [
			{ type: 'openLinked', path: 'config.json' },
			{ type: 'openLinked', path: 'docs/notes.md' },
			{ type: 'openLinked', path: 'images/a chart.png' },
			{ type: 'link', target: 'https://huggingface.co/acme/reader/blob/main/LICENSE' },
			{ type: 'openFolder', path: 'docs' },
		]);
		// The page's own font of icons.
		assert.deepEqual(
			requests.filter(url => !url.includes('/codicon.ttf')),
			[],
		);
	});

	it('goes to the files where the host says that a card has linked to a folder of them', async () => {
		const opened = await open({ width: 600 });
		const { state } = REPO_VIEWS['model-card'] ?? assert.fail();
		await opened.send({ type: 'state', state });
		await opened.page.getByRole('tab', { name: 'Card', selected: true }).waitFor();
		await opened.send({ type: 'showFiles' });
		await opened.page
			.getByRole('tab', { name: 'Files', selected: true })
			.and(opened.page.locator(':focus'))
			.waitFor();
	});

	it('shows a card of 20,000 headings without looking at each for each link', async () => {
		const opened = await open({ width: 600 });
		const { page } = opened;
		const headings = Array.from({ length: 20_000 }, (_, index) => index);
		const links = headings.slice(0, 200).map(index => `[to ${index}](#part-${19_999 - index})`);
		const markdown = `${links.join(' ')} [nowhere](#part-20000)\n\n${headings.map(index => `## Part ${index}`).join('\n')}`;
		const { state } = REPO_VIEWS['model-card'] ?? assert.fail();
		const card = { state: 'ready', value: { facts: [], markdown } } as const;
		// Whatever goes through a list, or through the page, counts as having looked at all of it.
		await page.evaluate(() => {
			const count = (prototype: object, name: string, length: (one: unknown) => number) => {
				const before: unknown = Reflect.get(prototype, name);
				if (typeof before !== 'function') {
					throw new Error(`There is no ${name} to count`);
				}
				Reflect.set(prototype, name, function (this: unknown, ...asked: unknown[]): unknown {
					const looked = Number(document.body.dataset.looked ?? 0) + length(this);
					document.body.dataset.looked = String(looked);
					return Reflect.apply(before, this, asked) as unknown;
				});
			};
			const list = ['includes', 'indexOf', 'lastIndexOf', 'find', 'findIndex', 'findLast', 'some', 'every'];
			for (const name of [...list, 'filter', 'map', 'forEach', 'reduce', 'slice', 'entries', 'values']) {
				count(Array.prototype, name, one => (Array.isArray(one) ? one.length : 0));
			}
			for (const prototype of [Document.prototype, DocumentFragment.prototype, Element.prototype]) {
				for (const name of ['querySelector', 'querySelectorAll']) {
					count(prototype, name, one => (one instanceof Element ? one.childElementCount : 20_000));
				}
			}
		});
		await opened.send({ type: 'state', state: { ...state, parts: { ...state.parts, card } } });
		await page.getByRole('link', { name: 'to 199' }).waitFor();
		assert.equal(await page.locator('.markdown a').count(), links.length);
		assert.equal(await page.locator('.markdown h3').count(), headings.length);
		const looked = await page.evaluate(() => Number(document.body.dataset.looked ?? 0));
		assert.ok(looked < 1_000_000, `${looked} elements of lists`);
	});

	it('has all of a file, and what is done with it, in sight at a zoom of 200 %, and long facts as wide as the page', async () => {
		const opened = await open(HALVED);
		await atTabs(opened, ['model-files', 'space-space'], async name => {
			if (name === 'model-files') {
				const { page } = opened;
				const tensors = page.getByRole('button', { name: 'Tensors', exact: true });
				const cells = await page.getByRole('cell').all();
				assert.equal(cells.length, 8);
				for (const part of [tensors, ...cells]) {
					const box = await part.boundingBox();
					assert.ok(box && box.x + box.width <= HALVED.width, JSON.stringify(box));
				}
				assert.deepEqual(await page.getByRole('columnheader').allInnerTexts(), [
					'Name',
					'Size',
					'Last commit',
					'Date',
				]);
			} else {
				const box = await opened.page.getByText(/^Exit code: 1/).boundingBox();
				assert.ok(box && box.width > HALVED.width * 0.75, JSON.stringify(box));
			}
		});
	});

	it('fits a panel of 300 pixels', async () => {
		const opened = await open({ width: 300 });
		await atTabs(opened, Object.keys(REPO_VIEWS), async name => {
			const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
			assert.ok(width <= 300, `${name}: ${width} pixels wide`);
		});
	});
});

/** Links to files, a folder, a heading and the web, and what has to stay text. */
const LINKED = `# Reader

[use](#how-to-use) [config](./config.json) [notes](docs/notes.md#part) [docs](docs/) [web](https://huggingface.co/acme/reader/blob/main/LICENSE)
![a chart](images/a%20chart.png)

[out](../../etc) [root](/etc/passwd) [other](//evil.example/x) [run](javascript:alert(1)) ![pixel](//evil.example/x.png) [nowhere](#no-such)

${'A line.\n\n'.repeat(80)}
## How to Use
`;

async function atTabs(
	opened: TestPage,
	names: readonly string[],
	look: (name: string) => Promise<void>,
): Promise<void> {
	for (const name of names) {
		const view = REPO_VIEWS[name];
		assert.ok(view, name);
		const { state, tab } = view;
		await opened.send({ type: 'state', state });
		await opened.page.getByRole('tab', { name: tab, exact: true }).click();
		await opened.settled();
		await look(name);
	}
}
