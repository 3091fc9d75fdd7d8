import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
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
		await page.mouse.wheel(0, -10);
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
		await first.page.mouse.wheel(0, 700);
		await first.page.waitForFunction(() => globalThis.savedState !== undefined);
		const { top } = await place(first.page);
		assert.ok(top > 0);
		const second = await open({ state: await first.page.evaluate(() => globalThis.savedState) });
		await second.send(state);
		assert.equal((await place(second.page)).top, top);
	});
});
