import assert from 'node:assert/strict';
import type { ToPage } from '../../src/shared/protocol';
import { COMPARISONS } from './comparisons';
import type { TestPage } from './harness';
import { OUTPUTS } from './outputs';
import { usePage } from './usePage';

describe('how an answer is looked at', () => {
	const open = usePage();

	/** The page as it is made anew after `act` has been done on it. */
	async function again(
		messages: readonly ToPage[],
		act: (page: TestPage['page']) => Promise<unknown>,
	): Promise<TestPage['page']> {
		const first = await open({ width: 900 });
		await first.send(...messages);
		await act(first.page);
		await first.page.waitForFunction(() => globalThis.savedState !== undefined);
		await first.settled();
		const second = await open({ width: 900, state: await first.page.evaluate(() => globalThis.savedState) });
		await second.send(...messages);
		return second.page;
	}

	const output = (name: string) => OUTPUTS[name] ?? [];

	it('is the same in a page that is made anew: the word that was chosen', async () => {
		const page = await again(output('fills'), first => first.getByRole('radio', { name: 'lyon' }).check());
		assert.equal(await page.locator('.fill-sentence').innerText(), 'The capital of France is lyon.');
	});

	it('the answer that was chosen', async () => {
		const page = await again(output('answer'), first => first.getByRole('radio', { name: '1843' }).check());
		assert.deepEqual(await page.locator('.context mark').allInnerTexts(), ['1843']);
	});

	it('the zoom of a picture, and the boxes that were left out', async () => {
		const page = await again(output('boxes'), async first => {
			await first.getByRole('button', { name: 'cat 2' }).click();
			await first.getByRole('button', { name: 'Zoom In' }).click();
			await first.getByRole('button', { name: 'Zoom In' }).click();
			await first.waitForFunction(() => JSON.stringify(globalThis.savedState).includes('"scale"'));
		});
		await page.getByText('156%').waitFor();
		assert.equal(await page.locator('rect.box').count(), 1);
	});

	it('what was opened of JSON', async () => {
		const page = await again(output('json'), first => first.getByText('nested').click());
		await page.locator('.json-name').filter({ hasText: 'list' }).waitFor();
	});

	it('which answers of a comparison were laid upon each other', async () => {
		const page = await again(COMPARISONS.comparisonOfThree, async first => {
			await first.getByText('Difference in words').click();
			await first.getByLabel('From', { exact: true }).selectOption({ index: 1 });
			await first.getByLabel('To', { exact: true }).selectOption({ index: 0 });
		});
		assert.match(await page.locator('.words del').first().innerText(), /calls/);
	});
});
