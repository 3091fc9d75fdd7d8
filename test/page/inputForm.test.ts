import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dropGoneFile } from '../ui/driver/dropGoneFile';
import { SCENARIOS } from './scenarios';
import { usePage } from './usePage';

describe('the form for what is missing before a run', () => {
	const open = usePage();
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'input-form-'));
	});
	after(() => rm(folder, { recursive: true }));

	it('tells the host of a file that cannot be read, such as one that is gone by now', async () => {
		const opened = await open();
		await opened.send(...SCENARIOS.form);
		const field = opened.page.getByRole('button', { name: 'Image: Choose File…' });
		await dropGoneFile(field, path.join(folder, 'gone.png'));
		await opened.page.waitForFunction(() => globalThis.posted.some(({ type }) => type === 'refuseFile'));
		assert.deepEqual((await opened.posted()).at(-1), {
			type: 'refuseFile',
			id: 'form',
			field: 'image',
			why: 'unreadable',
		});
	});

	it('asks what the run will be when typing pauses, and not more often than twice a second', async () => {
		const opened = await open();
		const { page } = opened;
		await page.evaluate(() => {
			const { posted } = globalThis;
			const times: number[] = [];
			Object.assign(globalThis, { times });
			posted.push = (...messages) => {
				times.push(...messages.flatMap(({ type }) => (type === 'estimateForm' ? performance.now() : [])));
				return Array.prototype.push.apply(posted, messages);
			};
		});
		await opened.send(...SCENARIOS.formEstimated);
		const asked = async (text: string) => {
			await page.waitForFunction(
				wanted =>
					globalThis.posted.some(
						message => message.type === 'estimateForm' && message.inputs.text === wanted,
					),
				text,
			);
			const estimates = (await opened.posted()).filter(({ type }) => type === 'estimateForm');
			assert.deepEqual(estimates.at(-1), {
				type: 'estimateForm',
				id: 'form',
				inputs: { text, labels: ['money', 'weather'] },
				parameters: {},
			});
		};
		await asked('The invoice is wrong.');
		const field = page.getByLabel('Text');
		await field.fill('');
		await field.pressSequentially('I paid twice.', { delay: 60 });
		await asked('I paid twice.');
		const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
		const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
		assert.ok(gaps.length > 0 && gaps.every(gap => gap >= 500), gaps.join(', '));
	});

	it('shows what the host tells of the form as it is, and nothing as long as something is missing', async () => {
		const opened = await open();
		const { page } = opened;
		await opened.send(...SCENARIOS.formEstimated);
		const note = page.getByRole('form').locator('.estimate');
		assert.equal(await note.innerText(), '≈ 32 tokens in');
		const other = { promptTokens: 1, isCounted: true };
		await opened.send({ type: 'formEstimate', id: 'another', estimate: other });
		await opened.settled();
		assert.equal(await note.innerText(), '≈ 32 tokens in');
		await opened.send({ type: 'formEstimate', id: 'form', estimate: undefined });
		await note.waitFor({ state: 'detached' });
	});

	it('asks nothing about a form whose run is not told in tokens', async () => {
		const opened = await open();
		const { page } = opened;
		await opened.send(...SCENARIOS.form);
		await page.getByLabel('Question').fill('What is it?');
		// Longer than the form waits before it asks.
		await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 700)));
		assert.ok(!(await opened.posted()).some(({ type }) => type === 'estimateForm'));
	});
});
