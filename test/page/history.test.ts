import assert from 'node:assert/strict';
import { chat, run } from './runs';
import { usePage } from './usePage';

const RUNS = [
	chat('The newest.', { id: 'c', title: 'Explain', startedAt: 3_000 }),
	chat('In between.', { id: 'b', title: 'Fix', startedAt: 2_000 }),
	run({ id: 'a', title: 'Document', startedAt: 1_000, state: { type: 'stopped' } }),
];

describe('history', () => {
	const open = usePage();

	it('is not there for one run alone', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: RUNS.slice(0, 1), selected: 'c' });
		assert.equal(await opened.page.getByRole('navigation').count(), 0);
	});

	it('lists the runs beside the result in a wide panel, newest first', async () => {
		const opened = await open({ width: 1_000 });
		await opened.send({ type: 'state', runs: [...RUNS].reverse(), selected: 'b' });
		const list = opened.page.getByRole('navigation', { name: 'History of runs' }).getByRole('list');
		const items = list.getByRole('button');
		const names = await items.evaluateAll(all =>
			all.map(item => item.querySelector('.history-title')?.textContent),
		);
		assert.deepEqual(names, ['Explain', 'Fix', 'Document']);
		assert.equal(await items.nth(1).getAttribute('aria-current'), 'true');
		await list.getByRole('button', { name: /^Document Qwen\/Qwen3-8B .* stopped$/ }).waitFor();
		await items.nth(0).click();
		await opened.page.getByRole('article', { name: 'Explain, Qwen/Qwen3-8B' }).waitFor();
		assert.deepEqual(
			(await opened.posted()).findLast(({ type }) => type !== 'draft'),
			{ type: 'select', id: 'c' },
		);
	});

	it('is unfolded, walked through and left by keys in a narrow panel', async () => {
		const opened = await open({ width: 300 });
		await opened.send({ type: 'state', runs: RUNS, selected: 'c' });
		const { page } = opened;
		const button = page.getByRole('button', { name: 'History' });
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await opened.settled();
		assert.equal(await button.getAttribute('aria-expanded'), 'true');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await opened.settled();
		assert.deepEqual(
			(await opened.posted()).findLast(({ type }) => type !== 'draft'),
			{ type: 'select', id: 'b' },
		);
		assert.equal(await page.getByRole('log').innerText(), 'In between.');
		assert.equal(await button.getAttribute('aria-expanded'), 'false');
		await button.click();
		await page.keyboard.press('Escape');
		await opened.settled();
		assert.equal(await button.getAttribute('aria-expanded'), 'false');
	});

	it('asks to remove the entry on which Delete is pressed, with all that is in it', async () => {
		const opened = await open({ width: 1_000 });
		await opened.send({ type: 'state', runs: RUNS, selected: 'c' });
		await opened.page.locator('.history-item').nth(1).focus();
		await opened.page.keyboard.press('Delete');
		assert.deepEqual(
			(await opened.posted()).findLast(({ type }) => type !== 'draft'),
			{ type: 'action', id: 'b', action: 'removeAll' },
		);
		await opened.send({ type: 'remove', id: 'b' });
		assert.equal(await opened.page.locator('.history-item').count(), 2);
	});

	it('shows the next older run when the one that is shown is removed', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: RUNS, selected: 'c' }, { type: 'remove', id: 'c' });
		assert.equal(await opened.page.getByRole('article').getAttribute('data-run-id'), 'b');
	});

	it('keeps the result that is read while another run goes on', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: RUNS, selected: 'b' });
		await opened.send({ type: 'run', run: run({ id: 'd', state: { type: 'running' }, startedAt: 4_000 }) });
		await opened.send({ type: 'delta', id: 'd', channel: 'content', text: 'Unseen.' });
		assert.equal(await opened.page.getByRole('log').innerText(), 'In between.');
		await opened.send({ type: 'select', id: 'd' });
		assert.equal(await opened.page.getByRole('log').innerText(), 'Unseen.');
	});
});
