import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { elementsBeyondTheEdge } from './elementsBeyondTheEdge';
import { HALVED } from './halved';
import { rulesIn } from './rulesIn';
import { SCENARIOS } from './scenarios';
import { THEMES, type ThemeName } from './theme';
import { usePage } from './usePage';
import { violations } from './violations';

/** The headings of an answer are the model's. */
const RULES = { 'heading-order': { enabled: false } };

/** Milliseconds for a look at all of them, on a machine with other things to do. */
const PATIENCE = 240_000;

describe('every kind of output and every state', () => {
	const open = usePage();
	let axe: string;
	before(async () => {
		axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
	});

	for (const theme of Object.keys(THEMES) as ThemeName[]) {
		it(`is accessible in ${theme}`, async function () {
			this.timeout(PATIENCE);
			const opened = await open({ theme, width: 900 });
			await opened.page.evaluate(axe);
			for (const [name, messages] of Object.entries(SCENARIOS)) {
				await opened.send(...messages);
				assert.deepEqual(await violations(opened, rulesIn(theme, RULES)), [], name);
			}
		});
	}

	for (const theme of Object.keys(THEMES) as ThemeName[]) {
		it(`is accessible in ${theme} at a zoom of 200 %, which halves the room`, async function () {
			this.timeout(PATIENCE);
			const opened = await open({ theme, ...HALVED });
			await opened.page.evaluate(axe);
			for (const [name, messages] of Object.entries(SCENARIOS)) {
				await opened.send(...messages);
				assert.deepEqual(await violations(opened, rulesIn(theme, RULES)), [], name);
				assert.deepEqual(await opened.page.evaluate(elementsBeyondTheEdge), [], name);
			}
		});
	}

	it('fits a panel of 300 pixels', async () => {
		const opened = await open({ width: 300 });
		for (const [name, messages] of Object.entries(SCENARIOS)) {
			await opened.send(...messages);
			assert.deepEqual(await opened.page.evaluate(elementsBeyondTheEdge), [], name);
			const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
			assert.ok(width <= 300, `${name}: ${width} pixels wide`);
		}
	});

	it('gives every button a name', async () => {
		const opened = await open();
		for (const [name, messages] of Object.entries(SCENARIOS)) {
			await opened.send(...messages);
			const unnamed = await opened.page
				.locator('button')
				.evaluateAll(all => all.filter(button => !(button.ariaLabel ?? button.textContent?.trim())).length);
			assert.equal(unnamed, 0, name);
		}
	});
});
