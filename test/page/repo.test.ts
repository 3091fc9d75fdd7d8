import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { TestPage } from './harness';
import { REPO_VIEWS } from './repoViews';
import { THEMES, type ThemeName } from './theme';
import { usePage } from './usePage';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can change, and where all colours are; the rest is looked at in one theme. */
const OF_THEME = ['color-contrast', 'link-in-text-block'];
const COLOURED = ['model-card', 'model-weights', 'space-space', 'troubled'];
/** The headings of a card are its author's. */
const WHOLE = { runOnly: TAGS, rules: { 'heading-order': { enabled: false } } };

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
			const [rules, names] =
				theme === 'light' ? [WHOLE, Object.keys(REPO_VIEWS)] : [{ runOnly: OF_THEME }, COLOURED];
			await atTabs(opened, names, async name => {
				const { violations } = await opened.page.evaluate(asked => globalThis.axe.run(asked), rules);
				const found = violations.flatMap(({ id, nodes }) =>
					nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
				);
				assert.deepEqual(found, [], name);
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
			{ type: 'openFile', path: 'config.json' },
			{ type: 'openFile', path: 'docs/notes.md' },
			{ type: 'openFile', path: 'images/a chart.png' },
			{ type: 'link', target: 'https://huggingface.co/acme/reader/blob/main/LICENSE' },
			{ type: 'openFolder', path: 'docs' },
		]);
		// The page's own font of icons.
		assert.deepEqual(
			requests.filter(url => !url.includes('/codicon.ttf')),
			[],
		);
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
