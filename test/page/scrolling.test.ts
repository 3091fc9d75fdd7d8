import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { OUTPUTS } from './outputs';
import { chat, runningChat } from './runs';
import { usePage } from './usePage';

const PARAGRAPHS = 'A paragraph of an answer.\n\n'.repeat(60);
const content = (text: string) => ({ type: 'delta', id: 'run-1', channel: 'content', text }) as const;

function place(page: Page): Promise<{ top: number; left: number }> {
	return page.evaluate(() => {
		const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
		return { top: scrollTop, left: scrollHeight - clientHeight - scrollTop };
	});
}

/** Turns the wheel, and waits until the page has come to where that leads. */
async function wheel(page: Page, turn: number): Promise<void> {
	const { top } = await place(page);
	await page.mouse.wheel(0, turn);
	await page.evaluate(async before => {
		const { documentElement } = document;
		for (let at = before, still = 0; still < 6;) {
			await new Promise(resolve => requestAnimationFrame(resolve));
			const { scrollTop } = documentElement;
			still = scrollTop === at && scrollTop !== before ? still + 1 : 0;
			at = scrollTop;
		}
	}, top);
}

describe('scrolling', () => {
	const open = usePage();

	it('follows an answer that grows', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
		for (let turn = 0; turn < 4; turn++) {
			await opened.send(content(PARAGRAPHS));
			const { top, left } = await place(opened.page);
			assert.ok(left <= 1, `${left} pixels from the end`);
			assert.ok(top > 0);
		}
	});

	it('lets go when the user scrolls up, and goes on from the button', async () => {
		const opened = await open();
		const { page } = opened;
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
		await opened.send(content(PARAGRAPHS));
		const toEnd = page.getByRole('button', { name: 'Scroll to End' });
		assert.equal(await toEnd.count(), 0);
		await page.mouse.move(300, 300);
		await wheel(page, -10);
		await opened.settled();
		const { top } = await place(page);
		await opened.send(content(PARAGRAPHS));
		assert.equal((await place(page)).top, top);
		await toEnd.click();
		await opened.settled();
		assert.ok((await place(page)).left <= 1);
		assert.equal(await toEnd.count(), 0);
		await opened.send(content(PARAGRAPHS));
		assert.ok((await place(page)).left <= 1);
	});

	it('leaves what is read where it is, however much comes below it, and when it ends', async () => {
		const opened = await open({ width: 300 });
		const { page } = opened;
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
		await opened.send(content(PARAGRAPHS));
		await page.mouse.move(150, 300);
		await wheel(page, -50_000);
		await opened.settled();
		const read = () => page.locator('.answer p').nth(2).boundingBox();
		const before = await read();
		assert.ok(before && before.y > 0);
		await opened.send(content(`${PARAGRAPHS}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`));
		assert.deepEqual(await read(), before);
		await opened.send({
			type: 'change',
			id: 'run-1',
			change: { state: { type: 'finished', reason: 'stop' }, metrics: { durationMs: 1 } },
		});
		assert.deepEqual(await read(), before);
	});

	it('shows the figures that come with the end, to those who follow', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
		await opened.send(content(PARAGRAPHS));
		await opened.send({
			type: 'change',
			id: 'run-1',
			change: { state: { type: 'finished', reason: 'stop' }, metrics: { durationMs: 1 } },
		});
		assert.ok((await place(opened.page)).left <= 1);
		assert.equal(await opened.page.getByRole('button', { name: 'Scroll to End' }).count(), 0);
	});

	it('starts at the top of a finished answer', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [chat(PARAGRAPHS)], selected: 'run-1' });
		assert.equal((await place(opened.page)).top, 0);
	});

	it('comes back to where it was when the page is made anew', async () => {
		const first = await open();
		const state = { type: 'state', runs: [chat(PARAGRAPHS)], selected: 'run-1' } as const;
		await first.send(state);
		await first.page.mouse.move(300, 300);
		await wheel(first.page, 700);
		await first.page.waitForFunction(() => globalThis.savedState !== undefined);
		const { top } = await place(first.page);
		assert.ok(top > 0);
		const second = await open({ state: await first.page.evaluate(() => globalThis.savedState) });
		await second.send(state);
		assert.equal((await place(second.page)).top, top);
	});

	it('brings a row of a long table into sight that the page’s own search has found', async () => {
		const opened = await open();
		await opened.send(...(OUTPUTS.table ?? []));
		const { page } = opened;
		const table = page.getByRole('table', { name: 'Table' });
		const last = table.locator('.rows-text').last();
		await last.filter({ hasText: 'repo-4999' }).waitFor({ state: 'attached' });
		// What VS Code does with what is written into its search.
		const find = (text: string, backwards = false) =>
			page.evaluate(
				([what, back]) =>
					(window as unknown as { find(...all: unknown[]): boolean }).find(
						what,
						false,
						back,
						true,
						false,
						false,
					),
				[text, backwards] as const,
			);
		const selected = async (row: number) => {
			const found = table.locator(`[aria-rowindex="${row + 2}"]`);
			await found.waitFor();
			await page.waitForFunction(index => {
				const node = document.getSelection()?.anchorNode?.parentElement;
				return node?.closest(`[aria-rowindex="${index}"]`) != null;
			}, row + 2);
			const [box, outer] = [await found.boundingBox(), await table.boundingBox()];
			assert.ok(box && outer && box.y >= outer.y && box.y + box.height <= outer.y + outer.height + 1);
			return page.evaluate(() => document.getSelection()?.toString());
		};
		assert.equal(await find('REPO-4321'), true);
		assert.equal(await selected(4321), 'repo-4321');
		assert.equal(await find('REPO-4321'), true);
		assert.equal(await selected(4321), 'repo-4321');
		assert.equal(await find('repo-77', true), true);
		assert.equal(await selected(779), 'repo-77');
		assert.equal(await find('nowhere at all'), false);
		assert.ok((await table.getByRole('row').count()) < 80);
	});
});
