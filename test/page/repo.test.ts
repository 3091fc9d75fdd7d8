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

	it('fits a panel of 300 pixels', async () => {
		const opened = await open({ width: 300 });
		await atTabs(opened, Object.keys(REPO_VIEWS), async name => {
			const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
			assert.ok(width <= 300, `${name}: ${width} pixels wide`);
		});
	});
});

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
