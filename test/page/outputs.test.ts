import assert from 'node:assert/strict';
import type { FromPage, ToPage } from '../../src/shared/protocol';
import type { TestPage } from './harness';
import { eventually } from '../ui/driver/eventually';
import { mediaFile } from './mediaFiles';
import { OUTPUTS } from './outputs';
import { run } from './runs';
import { usePage } from './usePage';

/** What the page tells the host while something is done. */
async function posts(opened: TestPage, act: () => Promise<unknown>): Promise<FromPage[]> {
	const before = (await opened.posted()).length;
	await act();
	await opened.settled();
	return (await opened.posted()).slice(before);
}

describe('kinds of output', () => {
	const open = usePage();

	async function show(name: string, width?: number): Promise<TestPage> {
		const opened = await open(width === undefined ? {} : { width });
		await opened.send(...(OUTPUTS[name] ?? []));
		return opened;
	}

	it('fills the gap with the word that is chosen, and takes that sentence along', async () => {
		const opened = await show('fills');
		const { page } = opened;
		const sentence = page.locator('.fill-sentence');
		assert.equal(await sentence.innerText(), 'The capital of France is paris.');
		await page.getByRole('radio', { name: 'lyon' }).check();
		assert.equal(await sentence.innerText(), 'The capital of France is lyon.');
		await page.keyboard.press('ArrowDown');
		assert.equal(await sentence.innerText(), 'The capital of France is lille.');
		const text = 'The capital of France is lille.';
		assert.deepEqual(
			await posts(opened, () => page.getByRole('button', { name: 'Insert Sentence' }).click()),
			[{ type: 'code', id: 'fills', action: 'insert', text }],
		);
		const takes = { Copy: 'copy', 'Insert at Cursor': 'insert', 'Replace Selection': 'replace' };
		for (const [name, action] of Object.entries(takes)) {
			assert.deepEqual(
				await posts(opened, () => page.getByRole('button', { name, exact: true }).click()),
				[{ type: 'action', id: 'fills', action, choice: 2 }],
				name,
			);
		}
	});

	it('marks the answer that is chosen in its context', async () => {
		const opened = await show('answer');
		const { page } = opened;
		const marked = () => page.locator('.context mark').allInnerTexts();
		assert.deepEqual(await marked(), ['in 1837']);
		await page.getByRole('radio', { name: '1843' }).check();
		assert.deepEqual(await marked(), ['1843']);
		assert.match(await page.locator('.context').innerText(), /^The Analytical Engine .* in 1843\.$/);
		assert.deepEqual(
			await posts(opened, () => page.getByRole('button', { name: 'Insert at Cursor' }).click()),
			[{ type: 'action', id: 'answer', action: 'insert', choice: 2 }],
		);
	});

	it('says a question once', async () => {
		const question = 'When was it first described?';
		const opened = await show('answer');
		const said = opened.page.getByText(question);
		assert.equal(await said.count(), 1);
		const output = { kind: 'answer', context: '', question, answers: [] } as const;
		const asked = [{ title: 'Question', text: question }];
		await opened.send({ type: 'state', runs: [run({ id: 'asked', output, asked })], selected: 'asked' });
		assert.equal(await said.count(), 1);
		assert.equal(await opened.page.locator('.asked').getByText(question).count(), 1);
	});

	it('copies a vector for other programs, and says its figures', async () => {
		const opened = await show('vector');
		const { page } = opened;
		assert.match(
			await page.getByRole('list', { name: 'Figures of the vector' }).innerText(),
			/768 dimensions[\s\S]*mean of 12 token vectors/,
		);
		assert.deepEqual(await posts(opened, () => page.getByRole('button', { name: 'Copy as NumPy' }).click()), [
			{ type: 'copyAs', id: 'vector', format: 'numpy' },
		]);
	});

	it('has only the rows of a long table in the page that are in sight, all of them in reach', async () => {
		const { page } = await show('table');
		const table = page.getByRole('table', { name: 'Table' });
		assert.equal(await table.getAttribute('aria-rowcount'), '5001');
		assert.ok((await table.getByRole('row').count()) < 80);
		const used = await table.locator('.used').allInnerTexts();
		assert.deepEqual(
			used.map(text => text.replace(/\s*\n/, '')),
			['0, used for the answer', '15838, used for the answer'],
		);
		await table.evaluate(element => (element.scrollTop = element.scrollHeight));
		await page.getByText('repo-4999').waitFor();
		assert.ok((await table.getByRole('row').count()) < 80);
		assert.equal(
			await table.locator('[aria-rowindex="5001"]').getByRole('cell').first().innerText(),
			'repo-4999',
		);
	});

	it('is walked through, opened and closed by keys where it is JSON', async () => {
		const opened = await show('json');
		const { page } = opened;
		const tree = page.getByRole('tree', { name: 'JSON' });
		const active = async () =>
			tree.evaluate(element => {
				const id = element.getAttribute('aria-activedescendant') ?? '';
				return document.getElementById(id)?.innerText.replace(/\s+/g, ' ').trim();
			});
		await tree.focus();
		await page.keyboard.press('End');
		assert.equal(await active(), 'many [ ] 25000 items');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowRight');
		assert.equal(await active(), '0 … 999');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('End');
		await page.keyboard.press('ArrowUp');
		assert.equal(await active(), '23000 … 23999');
		assert.ok((await tree.getByRole('treeitem').count()) < 80);
		await page.keyboard.press('Home');
		await page.keyboard.press('ArrowDown');
		assert.equal(await active(), 'model "a/model"');
		assert.deepEqual(await posts(opened, () => page.getByRole('button', { name: 'Copy Path' }).click()), [
			{ type: 'code', id: 'json', action: 'copy', text: '$.model' },
		]);
		await page.keyboard.press('Shift+Tab');
		await tree.focus();
		await page.keyboard.press('ArrowLeft');
		assert.equal(await active(), '{ } 7 keys');
		await page.keyboard.press('ArrowLeft');
		assert.equal(await tree.getByRole('treeitem').count(), 1);
	});

	it('shows a picture that keys, wheel and pointer zoom and move', async () => {
		const { page } = await show('image');
		const frame = page.getByRole('group', { name: /^Picture, 480 × 320 pixels/ });
		const box = async () => {
			const layer = await page.locator('.picture-layer').boundingBox();
			const outer = await frame.boundingBox();
			assert.ok(layer && outer);
			return {
				x: Math.round(layer.x - outer.x),
				y: Math.round(layer.y - outer.y),
				width: Math.round(layer.width),
			};
		};
		assert.deepEqual(await box(), { x: 0, y: 0, width: 480 });
		await frame.focus();
		await page.keyboard.press('+');
		assert.deepEqual(await box(), { x: -60, y: -40, width: 600 });
		await page.keyboard.press('ArrowLeft');
		assert.deepEqual(await box(), { x: -12, y: -40, width: 600 });
		await page.keyboard.press('0');
		assert.equal((await box()).width, 480);
		await frame.hover({ position: { x: 8, y: 8 } });
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, -400);
		await page.keyboard.up('Control');
		const zoomed = await eventually(box, ({ width }) => assert.ok(width > 3_000));
		const scale = zoomed.width / 480;
		assert.ok(Math.abs(zoomed.x - 8 * (1 - scale)) < 2, 'what is pointed at stays where it is');
		await page.mouse.down();
		await page.mouse.move(300, 400, { steps: 4 });
		await page.mouse.up();
		// As far as its edge.
		const moved = await eventually(box, at => assert.deepEqual(at, { x: 0, y: 0, width: zoomed.width }));
		await page.mouse.wheel(0, 200);
		await page.mouse.move(100, 300);
		assert.deepEqual(await box(), moved);
		await page.getByRole('button', { name: 'Fit' }).click();
		assert.equal((await box()).width, 480);
	});

	it('saves, attaches and opens a picture by its name, and copies it', async () => {
		const opened = await show('image');
		const { page } = opened;
		for (const [name, action] of [
			['Save…', 'save'],
			['Attach to Document', 'attach'],
			['Open in Editor', 'open'],
			['Copy Image', 'load'],
		] as const) {
			assert.deepEqual(await posts(opened, () => page.getByRole('button', { name, exact: true }).click()), [
				{ type: 'media', id: 'image', name: '0.png', action },
			]);
		}
	});

	it('never shows a drawing in SVG, and says what it has instead', async () => {
		const { page } = await show('imageInSvg');
		assert.match(await page.getByRole('log').innerText(), /cannot be shown here: image\/svg\+xml, 70 B/);
		assert.equal(await page.locator('img, object, embed, iframe').count(), 0);
		assert.equal(await page.evaluate(() => 'pwned' in globalThis), false);
	});

	it('says that a picture is broken, and still lets it be saved', async () => {
		const { page } = await show('imageBroken');
		assert.match(await page.getByRole('log').innerText(), /cannot be shown\. Its file is kept/);
		assert.equal(await page.getByRole('button', { name: 'Save…', exact: true }).count(), 1);
	});

	it('shows and hides boxes by their label, and goes to one', async () => {
		const { page } = await show('boxes');
		const boxes = () => page.locator('rect.box').count();
		assert.equal(await boxes(), 3);
		await page.getByRole('button', { name: 'cat 2' }).click();
		assert.equal(await boxes(), 1);
		assert.equal(await page.getByRole('button', { name: 'cat 2' }).getAttribute('aria-pressed'), 'false');
		const part = page.getByRole('list', { name: 'Labelled parts' }).getByRole('button');
		await part.focus();
		assert.equal(await page.locator('rect.box.pointed').count(), 1);
		await part.press('Enter');
		await page.locator('.zoom-value', { hasText: /^1\d\d%$/ }).waitFor();
	});

	it('keeps a box on what it marks however the picture is zoomed', async () => {
		const { page } = await show('boxes', 400);
		for (let step = 0; step < 3; step++) {
			const layer = await page.locator('.picture-layer').boundingBox();
			const box = await page.locator('rect.box').first().boundingBox();
			const name = await page.locator('.box-name').first().boundingBox();
			assert.ok(layer && box && name);
			const scale = layer.width / 480;
			assert.ok(Math.abs(box.x - layer.x - 40 * scale) < 3);
			assert.ok(Math.abs(box.width - 160 * scale) < 5);
			assert.ok(Math.abs(name.x - layer.x - 40 * scale) < 2);
			await page.getByRole('button', { name: 'Zoom In' }).click();
		}
	});

	it('draws masks over the picture in the colours of the legend', async () => {
		const opened = await show('masks');
		const { page } = opened;
		const colourAt = async (x: number, y: number) => {
			const layer = await page.locator('.picture-layer').boundingBox();
			assert.ok(layer);
			const png = await page.screenshot({ clip: { x: layer.x + x, y: layer.y + y, width: 1, height: 1 } });
			return png.toString('base64');
		};
		const masked = await colourAt(140, 160);
		const beside = await colourAt(240, 300);
		await page.getByRole('checkbox', { name: /^lake/ }).uncheck();
		await eventually(
			() => colourAt(140, 160),
			colour => assert.notEqual(colour, masked, 'the mask is gone'),
		);
		assert.equal(await colourAt(240, 300), beside, 'the rest is as it was');
		assert.deepEqual(
			await posts(opened, () => page.getByRole('button', { name: 'Save Mask of lake…' }).click()),
			[{ type: 'media', id: 'masks', name: '1.png', action: 'save' }],
		);
	});

	it('draws the waveform of a sound, and goes to where it is pressed', async () => {
		const { page } = await show('audio');
		const wave = page.locator('.wave').first();
		await page.locator('.wave-rest[d*="v"]').first().waitFor({ state: 'attached' });
		const time = () =>
			page
				.locator('audio')
				.first()
				.evaluate((player: HTMLAudioElement) => player.currentTime / player.duration);
		const box = await wave.boundingBox();
		assert.ok(box);
		await wave.click({ position: { x: box.width / 2, y: 10 } });
		await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 0);
		assert.ok(Math.abs((await time()) - 0.5) < 0.05);
		await page.locator('.wave-played[d*="v"]').first().waitFor({ state: 'attached' });
	});

	it('plays a transcript from the moment that is pressed', async () => {
		const opened = await show('transcript');
		const { page } = opened;
		await page.locator('audio').evaluate((player: HTMLAudioElement) => (player.muted = true));
		await page.getByRole('button', { name: 'Play from 0:01' }).click();
		await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) >= 1.4);
		assert.match(await page.locator('.chunk[aria-current=true]').innerText(), /jumps over|the lazy dog/);
		assert.deepEqual(
			await posts(opened, () => page.getByRole('button', { name: 'Copy as Subtitles' }).click()),
			[{ type: 'copyAs', id: 'transcript', format: 'srt' }],
		);
	});

	it('plays a film', async () => {
		const { page } = await show('video');
		await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) === 160);
	});

	it('keeps the words of other people as they are in every kind', async () => {
		const evil = '<img src=x onerror="globalThis.pwned = true">';
		const opened = await open();
		const image = mediaFile('0.png');
		const outputs = [
			{
				kind: 'fills',
				text: `${evil} [MASK]`,
				mask: '[MASK]',
				fills: [{ token: evil, score: 1, sequence: evil }],
			},
			{
				kind: 'answer',
				context: evil,
				question: evil,
				answers: [{ text: evil, score: 1, start: 0, end: 9 }],
			},
			{ kind: 'vectors', texts: [evil, evil], vectors: [[1], [1]] },
			{ kind: 'similarity', source: evil, sentences: [evil], scores: [1] },
			{ kind: 'table', columns: [evil], rows: [[evil]], cells: [[0, 0]], answer: evil, aggregator: evil },
			{ kind: 'boxes', image, boxes: [{ label: evil, score: 1, xmin: 0, ymin: 0, xmax: 9, ymax: 9 }] },
			{ kind: 'masks', image, masks: [{ label: evil, mask: mediaFile('1.png') }] },
			{ kind: 'audio', clips: [{ label: evil, audio: mediaFile('0.wav') }] },
			{ kind: 'transcript', text: evil, chunks: [{ text: evil, start: 0 }] },
			{ kind: 'json', value: { [evil]: evil } },
		] as const;
		const runs = outputs.map((output, index) => run({ id: `run-${index}`, output }));
		const state: ToPage = { type: 'state', runs, selected: 'run-0' };
		await opened.send(state);
		for (const { id, output } of runs) {
			await opened.send({ type: 'select', id });
			assert.ok((await opened.page.locator('article').innerText()).includes('<img src=x'), output?.kind);
			assert.equal(await opened.page.locator('img[src=x]').count(), 0);
		}
		assert.equal(await opened.page.evaluate(() => 'pwned' in globalThis), false);
	});
});
