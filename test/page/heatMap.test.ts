import assert from 'node:assert/strict';
import type { TestPage } from './harness';
import { OUTPUTS } from './outputs';
import { usePage } from './usePage';

describe('maps of how alike texts are', () => {
	const open = usePage();

	async function show(name: string): Promise<TestPage> {
		const opened = await open();
		await opened.send(...(OUTPUTS[name] ?? []));
		return opened;
	}

	it('says how alike sentences are in figures, not in colour alone', async () => {
		const { page } = await show('similarityMatrix');
		const rows = await page
			.getByRole('grid', { name: 'Similarity of the sentences' })
			.getByRole('row')
			.allInnerTexts();
		assert.match((rows[1] ?? '').replace(/\s+/g, ' '), /^1 How do I bake bread\? 1\.00 0\.45 0\.30 0\.23$/);
	});

	it('compares the vectors of several texts in a square, which keys walk over and the pointer reads', async () => {
		const { page } = await show('vectors');
		const map = page.getByRole('grid', { name: 'Cosine similarity of the texts' });
		assert.equal(await map.locator('[data-place]').count(), 16);
		assert.equal(await map.getByRole('columnheader').count(), 4);
		assert.equal(await map.getByRole('rowheader').count(), 4);
		const sides = await map
			.locator('[data-place]')
			.evaluateAll(cells =>
				cells.map(cell => [cell.clientWidth, cell.clientHeight].map(side => Math.round(side / 4))),
			);
		for (const [width, height] of sides) {
			assert.equal(width, height);
		}
		const words = page.locator('.heat-words');
		const at = () => map.locator(':focus').getAttribute('data-place');
		await map.locator('[tabindex="0"]').focus();
		assert.match(await words.innerText(), /^1\.00 .*How do I bake bread\? with itself$/);
		await page.keyboard.press('ArrowRight');
		assert.equal(await at(), '0 1');
		assert.match(await words.innerText(), /bread\? with What is the recipe for a loaf\?$/);
		await page.keyboard.press('Control+End');
		assert.equal(await at(), '3 3');
		assert.equal(await map.locator('[tabindex="0"]').count(), 1);
		await map.locator('[data-place="2 0"]').hover();
		assert.match(await words.innerText(), /The train to Paris was late\. with How do I bake bread/);
		const vectors = page.getByRole('table', { name: 'Vectors' });
		assert.match(
			(await vectors.getByRole('row').nth(1).innerText()).replace(/\s+/g, ' '),
			/bread\? 19\.\d+ 384$/,
		);
	});
});
