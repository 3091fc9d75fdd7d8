import assert from 'node:assert/strict';
import type { TestPage } from './harness';
import { OUTPUTS } from './outputs';
import { usePage } from './usePage';

declare global {
	/** How often the scores of a map were read. */
	var readings: number | undefined;
}

describe('maps of how alike texts are', () => {
	const open = usePage();

	async function show(name: string): Promise<TestPage> {
		const opened = await open();
		await opened.send(...(OUTPUTS[name] ?? []));
		return opened;
	}

	it('compares the vectors of several texts in a square, which keys walk over and the pointer reads', async () => {
		const opened = await show('vectors');
		const { page } = opened;
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
		assert.match(
			(await map.getByRole('row').nth(1).innerText()).replace(/\s+/g, ' '),
			/^1 How do I bake bread\?( \d\.\d\d){4}$/,
			'in figures, not in colour alone',
		);
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
		const marked = () => map.locator('.told').allInnerTexts();
		assert.deepEqual(
			(await marked()).map(text => text.replace(/\s+/g, ' ')),
			['1 How do I bake bread?', '3 The train to Paris was late.'],
		);
		await words.hover();
		await opened.settled();
		assert.match(await words.innerText(), /^1\.00 .*with itself$/, 'of the cell that the keyboard is at');
		const vectors = page.getByRole('table', { name: 'Vectors' });
		assert.match(
			(await vectors.getByRole('row').nth(1).innerText()).replace(/\s+/g, ' '),
			/bread\? 19\.\d+ 384$/,
		);
	});

	it('draws thousands of cells once, whatever moves over them', async () => {
		const opened = await show('vectors');
		const { page } = opened;
		await page.locator('hf-heat-map').evaluate(element => {
			const texts = Array.from({ length: 50 }, (_, at) => `Text ${at}`);
			const scores = texts.map((_, row) => texts.map((_text, column) => (row === column ? 1 : 0)));
			const map = {
				label: 'Many',
				texts,
				get scores() {
					globalThis.readings = (globalThis.readings ?? 0) + 1;
					return scores;
				},
			};
			Object.assign(element, { map });
		});
		await opened.settled();
		const map = page.getByRole('grid', { name: 'Many' });
		assert.equal(await map.locator('[data-place]').count(), 2_500);
		await page.evaluate(() => (globalThis.readings = 0));
		const moves = 5;
		for (let at = 0; at < moves; at++) {
			await map.locator(`[data-place="${at} ${at}"]`).hover();
			await opened.settled();
		}
		assert.match(await page.locator('.heat-words').innerText(), /Text 4 with itself/);
		const readings = await page.evaluate(() => globalThis.readings ?? 0);
		assert.ok(readings >= moves && readings <= moves * 4, `${readings} readings of ${moves} cells`);
	});

	it('begins anew with another map', async () => {
		const opened = await show('vectors');
		const { page } = opened;
		await page.locator('[data-place="0 0"]').focus();
		await page.keyboard.press('Control+End');
		await page.locator('hf-heat-map').evaluate(element =>
			Object.assign(element, {
				map: {
					label: 'Two',
					texts: ['a', 'b'],
					scores: [
						[1, 0],
						[0, 1],
					],
				},
			}),
		);
		await opened.settled();
		const map = page.getByRole('grid', { name: 'Two' });
		assert.equal(await map.locator('[tabindex="0"]').getAttribute('data-place'), '0 0');
		assert.match(await page.locator('.heat-words').innerText(), /^Point at a cell/);
	});
});
