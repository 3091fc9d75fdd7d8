import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { DOCTOR_VIEWS } from './doctorViews';
import { elementsBeyondTheEdge } from './elementsBeyondTheEdge';
import { HALVED } from './halved';
import { rulesIn } from './rulesIn';
import { THEMES, type ThemeName } from './theme';
import { usePage } from './usePage';
import { violations } from './violations';

describe('the doctor’s page', () => {
	const open = usePage('doctor');
	let axe: string;
	before(async () => {
		axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
	});

	for (const theme of Object.keys(THEMES) as ThemeName[]) {
		it(`is accessible in ${theme}`, async () => {
			const opened = await open({ theme, width: 900 });
			await opened.page.evaluate(axe);
			for (const [name, view] of Object.entries(DOCTOR_VIEWS)) {
				await opened.send({ type: 'state', view });
				assert.deepEqual(await violations(opened, rulesIn(theme)), [], name);
			}
		});
	}

	for (const theme of Object.keys(THEMES) as ThemeName[]) {
		it(`is accessible in ${theme} at a zoom of 200 %, which halves the room`, async () => {
			const opened = await open({ theme, ...HALVED });
			await opened.page.evaluate(axe);
			for (const [name, view] of Object.entries(DOCTOR_VIEWS)) {
				await opened.send({ type: 'state', view });
				assert.deepEqual(await violations(opened, rulesIn(theme)), [], name);
				assert.deepEqual(await opened.page.evaluate(elementsBeyondTheEdge), [], name);
			}
		});
	}

	it('fits a panel of 300 pixels', async () => {
		const opened = await open({ width: 300 });
		for (const [name, view] of Object.entries(DOCTOR_VIEWS)) {
			await opened.send({ type: 'state', view });
			const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
			assert.ok(width <= 300, `${name}: ${width} pixels wide`);
		}
	});

	it('starts, stops and copies by its tool bar, and says how it stands', async () => {
		const { page, send, postedByDoctor } = bound(await open());
		await send('untouched');
		await page.getByText('Nothing has been checked yet.').waitFor();
		await page.getByRole('button', { name: 'Run Checks' }).click();
		await send('running');
		await page.getByText('8 checks running, nothing wrong found so far.').waitFor();
		await page.getByRole('button', { name: 'Stop' }).click();
		await send('stopped');
		await page.getByText('Stopped: nothing wrong found.').waitFor();
		await send('troubled');
		await page.getByText('Done: 6 problems and 6 warnings found.').waitFor();
		await page.getByRole('button', { name: 'Copy Report' }).click();
		await page.getByRole('button', { name: 'Run Again' }).click();
		assert.deepEqual(await postedByDoctor(), [
			{ type: 'ready' },
			{ type: 'run' },
			{ type: 'cancel' },
			{ type: 'copy' },
			{ type: 'run' },
		]);
	});

	it('tells the host which button of which finding was pressed, once for a double click', async () => {
		const { page, send, postedByDoctor } = bound(await open());
		await send('troubled');
		await page
			.getByRole('region', { name: 'Keyring' })
			.getByRole('button', { name: /This Window/ })
			.dblclick();
		await page.getByRole('button', { name: 'Check Again: Rate Limit' }).click();
		assert.deepEqual((await postedByDoctor()).slice(1), [
			{ type: 'remedy', id: 'keyring', finding: 0, index: 0 },
			{ type: 'check', id: 'rateLimit' },
		]);
	});

	it('asks for a goal and a repo by labelled fields that the keyboard reaches', async () => {
		const { page, send, postedByDoctor } = bound(await open());
		await send('untouched');
		await page.getByLabel('What do you want to do?').selectOption('Read repos');
		await page.getByLabel('A gated repo to look up').fill('google/gemma-3-4b-it');
		await page.keyboard.press('Enter');
		assert.deepEqual((await postedByDoctor()).slice(1), [
			{ type: 'goal', goal: 'hub.read' },
			{ type: 'repo', repo: 'google/gemma-3-4b-it' },
		]);
	});
});

function bound(opened: Awaited<ReturnType<ReturnType<typeof usePage>>>) {
	return {
		page: opened.page,
		postedByDoctor: () => opened.postedByDoctor(),
		send: (name: string) => {
			const view = DOCTOR_VIEWS[name];
			assert.ok(view, name);
			return opened.send({ type: 'state', view });
		},
	};
}
