import assert from 'node:assert/strict';
import type { FromPage } from '../../src/shared/protocol';
import type { TestPage } from './harness';
import { chat, run, runningChat } from './runs';
import { SCENARIOS } from './scenarios';
import { usePage } from './usePage';

async function since(opened: TestPage, act: () => Promise<unknown>): Promise<FromPage[]> {
	const before = (await opened.posted()).length;
	await act();
	await opened.settled();
	return (await opened.posted()).slice(before);
}

describe('actions', () => {
	const open = usePage();

	it('names a result after its task and model, and offers what can be done with it', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [chat('An answer.')], selected: 'run-1' });
		const article = opened.page.getByRole('article', { name: 'Explain, Qwen/Qwen3-8B' });
		assert.equal(await article.getAttribute('data-state'), 'finished');
		assert.equal(await article.getAttribute('data-run-id'), 'run-1');
		assert.equal(await article.getByRole('log').innerText(), 'An answer.');
		const buttons = {
			Copy: 'copy',
			'Insert at Cursor': 'insert',
			'Replace Selection': 'replace',
			'Run Again': 'runAgain',
			'Run with Another Model…': 'runWith',
			'Go to retry.py:12–31': 'reveal',
		} as const;
		for (const [name, action] of Object.entries(buttons)) {
			const posted = await since(opened, () => article.getByRole('button', { name, exact: true }).click());
			assert.deepEqual(posted, [{ type: 'action', id: 'run-1', action }]);
		}
		assert.equal(await article.getByRole('button', { name: 'Stop' }).count(), 0);
	});

	it('leaves the rest to VS Code’s own menu, which a right click and the last button open', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [chat('An answer.')], selected: 'run-1' });
		const article = opened.page.getByRole('article');
		assert.deepEqual(JSON.parse((await article.getAttribute('data-vscode-context')) ?? ''), {
			runId: 'run-1',
			'hfWorkbench.runActions': 'open save attach compare copyCode export remove',
		});
		const more = article.getByRole('button', { name: 'More Actions…' });
		await opened.page.evaluate(`document.addEventListener('contextmenu', ({ clientX, clientY, target }) => {
			globalThis.opened = { x: clientX, y: clientY, label: target.ariaLabel };
		})`);
		await more.press('Enter');
		const box = await more.boundingBox();
		assert.ok(box);
		assert.deepEqual(await opened.page.evaluate('globalThis.opened'), {
			x: Math.trunc(box.x),
			y: Math.trunc(box.y + box.height),
			label: 'More Actions…',
		});
	});

	it('offers to stop what runs, and nothing that would need its end', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
		const names = () =>
			opened.page.locator('.toolbar button').evaluateAll(all => all.map(button => button.ariaLabel));
		assert.deepEqual(await names(), ['Stop']);
		await opened.send({ type: 'delta', id: 'run-1', channel: 'content', text: 'Some' });
		assert.deepEqual(await names(), ['Stop', 'Copy']);
		const posted = await since(opened, () => opened.page.getByRole('button', { name: 'Stop' }).click());
		assert.deepEqual(posted, [{ type: 'action', id: 'run-1', action: 'stop' }]);
		assert.deepEqual(await since(opened, () => opened.page.keyboard.press('Escape')), []);
	});

	it('offers to insert and to replace only where that makes sense', async () => {
		const opened = await open();
		await opened.send({
			type: 'state',
			runs: [chat('```\ncode\n```', { canInsert: false, canReplace: false })],
			selected: 'run-1',
		});
		for (const name of ['Insert at Cursor', 'Replace Selection', 'Insert Code at Cursor']) {
			assert.equal(await opened.page.getByRole('button', { name }).count(), 0, name);
		}
		assert.equal(await opened.page.getByRole('button', { name: 'Copy Code' }).count(), 1);
	});

	it('copies and inserts the code of a block as the model wrote it', async () => {
		const opened = await open();
		await opened.send({
			type: 'state',
			runs: [chat('```py\nif a < b:\n\tpass\n```\n\n- item\n\n  ```\n  nested\n  ```\n')],
			selected: 'run-1',
		});
		const { page } = opened;
		const copy = await since(opened, () => page.getByRole('button', { name: 'Copy Code' }).first().click());
		assert.deepEqual(copy, [{ type: 'code', id: 'run-1', action: 'copy', text: 'if a < b:\n\tpass\n' }]);
		const insert = await since(opened, () =>
			page.getByRole('button', { name: 'Insert Code at Cursor' }).last().click(),
		);
		assert.deepEqual(insert, [{ type: 'code', id: 'run-1', action: 'insert', text: 'nested\n' }]);
	});

	it('words a problem where the answer would have been, after what has arrived', async () => {
		const opened = await open();
		await opened.send(...SCENARIOS.failedLate);
		const alert = opened.page.getByRole('article').getByRole('alert');
		assert.match(await alert.innerText(), /^The account’s credits are used up\./);
		assert.match(await opened.page.getByRole('log').innerText(), /retries/);
		const posted = await since(opened, () =>
			alert.getByRole('button', { name: 'Run with Another Model…' }).click(),
		);
		assert.deepEqual(posted, [{ type: 'remedy', id: 'failed', index: 1 }]);
	});

	it('says what a run will be until it is known what it was', async () => {
		const opened = await open();
		const { page } = opened;
		const estimate = page.locator('.running-note .estimate');
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' });
		assert.equal(await estimate.count(), 0);
		await opened.send({
			type: 'change',
			id: 'run-1',
			change: { estimate: { promptTokens: 1240, isCounted: false, cost: 0.0004 } },
		});
		assert.equal(await estimate.innerText(), '≈ 1,240 tokens in · ≈ $0.00040');
		assert.match(
			(await estimate.getAttribute('title')) ?? '',
			/^Estimated: .* an answer of 500 tokens at most\.$/,
		);
		await opened.send({
			type: 'change',
			id: 'run-1',
			change: { state: { type: 'finished', reason: 'stop' } },
		});
		assert.equal(await estimate.count(), 0);
	});

	it('invites to a first run', async () => {
		const opened = await open();
		await opened.send(...SCENARIOS.empty);
		const posted = await since(opened, () =>
			opened.page.getByRole('button', { name: 'Run on Selection…' }).click(),
		);
		assert.deepEqual(posted, [{ type: 'start' }]);
	});

	it('folds the reasoning when the answer begins, unless the user has opened it', async () => {
		const opened = await open();
		const details = opened.page.locator('details.reasoning');
		const isOpen = () => details.evaluate((element: HTMLDetailsElement) => element.open);
		const reasoning = { type: 'delta', id: 'run-1', channel: 'reasoning', text: 'Let me think.' } as const;
		const content = { type: 'delta', id: 'run-1', channel: 'content', text: 'An answer.' } as const;
		await opened.send({ type: 'state', runs: [runningChat()], selected: 'run-1' }, reasoning);
		assert.equal(await isOpen(), true);
		await opened.send(content);
		assert.equal(await isOpen(), false);
		await details.locator('summary').click();
		assert.equal(await isOpen(), true);
		await opened.send(content);
		assert.equal(await isOpen(), true);
		const again = await open({ state: await opened.page.evaluate(() => globalThis.savedState) });
		await again.send({ type: 'state', runs: [chat('An answer.', {}, 'Let me think.')], selected: 'run-1' });
		assert.equal(
			await again.page.locator('details.reasoning').evaluate((element: HTMLDetailsElement) => element.open),
			true,
		);
	});

	it('shows one label of a text alone when its legend is pressed', async () => {
		const opened = await open();
		await opened.send(...SCENARIOS.spans);
		const { page } = opened;
		const marked = () => page.locator('mark').evaluateAll(all => all.map(mark => mark.textContent));
		await page.getByRole('button', { name: 'LOC 2' }).click();
		assert.deepEqual(await marked(), ['LondonLOC', 'South KensingtonLOC']);
		assert.equal(await page.getByRole('button', { name: 'LOC 2' }).getAttribute('aria-pressed'), 'true');
		await page.getByRole('button', { name: 'LOC 2' }).click();
		assert.equal((await marked()).length, 9);
	});

	it('gives labels as a table that can be read without seeing the bars', async () => {
		const opened = await open();
		await opened.send(...SCENARIOS.labels);
		const rows = await opened.page
			.getByRole('table', { name: 'Labels and their scores' })
			.getByRole('row')
			.allInnerTexts();
		assert.deepEqual(
			rows.slice(1, 3).map(row => row.replace(/\s+/g, ' ').trim()),
			['surprise 73.1%', 'admiration 19.5%'],
		);
	});

	it('counts down while it waits', async () => {
		const opened = await open();
		const waiting = { why: 'limited', until: Date.now() + 90_000 } as const;
		await opened.send({
			type: 'state',
			runs: [runningChat({ state: { type: 'running', waiting } })],
			selected: 'run-1',
		});
		assert.match(await opened.page.locator('.running-note').innerText(), /trying again in 1 min \d+ s$/);
	});

	it('says how a run ended', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [], selected: undefined });
		const cases = [
			[chat('a', { state: { type: 'stopped' } }), 'Stopped. What had arrived is kept.'],
			[run({ state: { type: 'stopped' } }), 'Stopped before anything arrived.'],
			[
				run({ state: { type: 'stopped', job: 'cancelled' } }),
				'Stopped before anything arrived. The provider has cancelled the job.',
			],
			[
				run({ state: { type: 'stopped', job: 'notCancelled' } }),
				'Stopped before anything arrived. The provider did not cancel the job: it may go on there, and be charged.',
			],
			[
				run({ state: { type: 'stopped', job: 'unconfirmed' } }),
				'Stopped before anything arrived. The provider had not confirmed the job yet. Once it does, it is told to cancel it; until then the job may go on there, and be charged.',
			],
			[
				chat('a', { state: { type: 'finished', reason: 'length' } }),
				'The answer is cut off: it reached the limit of tokens.',
			],
			[chat(''), 'The model gave an empty answer.'],
		] as const;
		for (const [index, [view, sentence]] of cases.entries()) {
			await opened.send(
				{ type: 'run', run: { ...view, id: `${index}` } },
				{ type: 'select', id: `${index}` },
			);
			assert.equal(await opened.page.locator('.note').innerText(), sentence);
		}
	});
});
