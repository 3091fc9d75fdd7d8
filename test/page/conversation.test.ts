import assert from 'node:assert/strict';
import type { TestPage } from './harness';
import { chat, run, runningChat } from './runs';
import { CONVERSATION, DRAFT, SCENARIOS } from './scenarios';
import { usePage } from './usePage';
import { pasteFile } from '../ui/driver/pasteFile';

/** What a question will cost is asked for by itself, wherever its writing rests. */
const BY_ITSELF = new Set(['ready', 'draft', 'estimate']);
const asked = async (opened: TestPage) => (await opened.posted()).filter(({ type }) => !BY_ITSELF.has(type));

describe('a conversation', () => {
	const open = usePage();

	it('shows the turns of one branch, and goes to the other one', async () => {
		const opened = await open();
		await opened.send(...SCENARIOS.conversation);
		const names = () =>
			opened.page.getByRole('article').evaluateAll(all => all.map(article => article.dataset.runId));
		assert.deepEqual(await names(), ['run-1', 'branch-2']);
		assert.equal(await opened.page.locator('.branches > span').innerText(), '2 of 2');
		await opened.page.getByRole('button', { name: 'Previous Branch' }).click();
		await opened.settled();
		assert.deepEqual(await names(), ['run-1', 'branch-1']);
		assert.deepEqual(await asked(opened), [{ type: 'select', id: 'branch-1' }]);
		assert.equal(await opened.page.getByRole('navigation').count(), 0, 'it is one entry of the history');
	});

	it('sends what is written, and keeps it until it has become a run', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT);
		const { page } = opened;
		const box = page.getByRole('textbox', { name: 'Ask more' });
		await box.fill('And then?');
		await box.press('Shift+Enter');
		await box.pressSequentially('Well?');
		await box.press('Enter');
		await opened.settled();
		const text = 'And then?\nWell?';
		const settings = { system: 'Be brief.' };
		assert.deepEqual(await asked(opened), [{ type: 'ask', id: 'branch-2', place: 'after', text, settings }]);
		assert.equal(await box.inputValue(), text);
		const next = runningChat({ id: 'next', parent: 'branch-2', title: 'And then?', prompt: text, input: '' });
		await opened.send({ type: 'run', run: next }, { type: 'select', id: 'next' });
		assert.equal(await box.inputValue(), '');
		assert.equal(await page.getByRole('button', { name: 'Send' }).isDisabled(), true);
		assert.deepEqual(await page.evaluate(() => globalThis.savedState), { open: {}, drafts: {}, looks: {} });
	});

	it('is written in a box as high as its text, up to a third of the page', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT);
		const box = opened.page.getByRole('textbox', { name: 'Ask more' });
		const heightOf = async (lines: number) => {
			await box.fill('A line\n'.repeat(lines - 1));
			return (await box.boundingBox())?.height ?? 0;
		};
		const [one, three, hundred] = [await heightOf(1), await heightOf(3), await heightOf(100)];
		assert.ok(one > 0 && three > 2 * one && hundred > three, `${one}, ${three}, ${hundred}`);
		assert.ok(hundred <= (opened.page.viewportSize()?.height ?? 0) / 3);
	});

	it('sends a question once, until the host refuses it', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT);
		const { page } = opened;
		const box = page.getByRole('textbox', { name: 'Ask more' });
		const count = async () => (await asked(opened)).length;
		await box.fill('And then?');
		await page.keyboard.down('Enter');
		await page.keyboard.down('Enter');
		await page.keyboard.up('Enter');
		await box.press('Enter');
		await page.getByRole('button', { name: 'Send' }).click();
		assert.equal(await count(), 1);
		await box.pressSequentially(' More');
		assert.equal(await box.inputValue(), 'And then?', 'what is typed meanwhile would go nowhere');
		await opened.send({ type: 'refused', id: 'branch-2', place: 'instead' });
		await box.press('Enter');
		assert.equal(await count(), 1);
		await opened.send({ type: 'refused', id: 'branch-2', place: 'after' });
		await page.keyboard.down('Enter');
		assert.equal(await count(), 2);
		await opened.send({ type: 'refused', id: 'branch-2', place: 'after' });
		await page.keyboard.down('Enter');
		assert.equal(await count(), 2, 'a key that is held down sends nothing');
		await page.keyboard.up('Enter');
		await box.press('End');
		await box.pressSequentially(' More');
		assert.equal(await box.inputValue(), 'And then? More');
	});

	it('sends a question in other words once, too', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' });
		const first = opened.page.getByRole('article').first();
		await first.getByRole('button', { name: 'Edit Question' }).click();
		const box = first.getByRole('textbox', { name: 'Edit the question' });
		await box.press('Enter');
		await box.press('Enter');
		assert.equal((await asked(opened)).length, 1);
		await opened.send({ type: 'refused', id: 'run-1', place: 'instead' });
		await box.press('Enter');
		assert.equal((await asked(opened)).length, 2);
	});

	it('keeps a question that was not sent when the page is made anew', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' });
		await opened.page.getByRole('textbox', { name: 'Ask more' }).fill('Half a que');
		const state = await opened.page.evaluate(() => globalThis.savedState);
		const again = await open({ state });
		await again.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' });
		assert.equal(await again.page.getByRole('textbox', { name: 'Ask more' }).inputValue(), 'Half a que');
	});

	it('keeps the keyboard where questions are written, and takes it from nowhere else', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT);
		const { page } = opened;
		const box = page.getByRole('textbox', { name: 'Ask more' });
		const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? '');
		const begin = (id: string, parent: string) =>
			opened.send(
				{ type: 'run', run: chat('So.', { id, parent, title: 'And then?', prompt: 'And then?', input: '' }) },
				{ type: 'select', id },
			);
		await box.fill('And then?');
		await box.press('Enter');
		await begin('by-enter', 'branch-2');
		assert.equal(await focused(), 'Ask more');
		await page.keyboard.type('And then?');
		assert.equal(await box.inputValue(), 'And then?');
		await page.getByRole('button', { name: 'Send' }).press('Enter');
		await begin('by-button', 'by-enter');
		assert.equal(await focused(), 'Ask more');
		await page.getByRole('article').first().getByRole('button', { name: 'Run Again' }).focus();
		await begin('from-elsewhere', 'by-button');
		assert.equal(await focused(), 'Run Again');
	});

	it('gives the keyboard back when a question is left as it was, and to what comes next when it is not', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT);
		const { page } = opened;
		const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? '');
		const edit = page.getByRole('article').first().getByRole('button', { name: 'Edit Question' });
		await edit.press('Enter');
		assert.equal(await focused(), 'Edit the question');
		await page.keyboard.press('Escape');
		await opened.settled();
		assert.equal(await focused(), 'Edit Question');
		await edit.press('Enter');
		await page.getByRole('button', { name: 'Cancel' }).press('Enter');
		await opened.settled();
		assert.equal(await focused(), 'Edit Question');
		await edit.press('Enter');
		await page.keyboard.press('Enter');
		await opened.send(
			{ type: 'run', run: runningChat({ id: 'anew', twin: 'run-1' }) },
			{ type: 'select', id: 'anew' },
		);
		assert.equal(await focused(), 'Ask more');
	});

	it('asks a question again in other words, or leaves it as it was', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' });
		const { page } = opened;
		const first = page.getByRole('article').first();
		await first.getByRole('button', { name: 'Edit Question' }).click();
		const box = first.getByRole('textbox', { name: 'Edit the question' });
		assert.equal(await box.inputValue(), 'Explain this passage.');
		await box.press('Escape');
		assert.equal(await box.count(), 0);
		await first.getByRole('button', { name: 'Edit Question' }).click();
		await box.fill('Explain it to a child.');
		await first.getByRole('button', { name: 'Send Again' }).click();
		assert.deepEqual(await asked(opened), [
			{ type: 'ask', id: 'run-1', place: 'instead', text: 'Explain it to a child.', settings: {} },
		]);
	});

	it('sets what the model is told, within its limits', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT);
		const { page } = opened;
		await page.getByRole('button', { name: 'Chat Settings' }).click();
		await page.getByLabel('System prompt').fill('You are a pirate.');
		const longest = page.getByLabel('Longest answer');
		await longest.fill('1000000');
		await longest.blur();
		assert.equal(await longest.inputValue(), '40960');
		await page.getByLabel('Reasoning effort').selectOption('high');
		await page.getByLabel('Stop at').fill('one\ntwo');
		await page.getByRole('textbox', { name: 'Ask more' }).fill('Who are you?');
		await page.getByRole('button', { name: 'Send' }).click();
		assert.deepEqual((await asked(opened)).at(-1), {
			type: 'ask',
			id: 'branch-2',
			place: 'after',
			text: 'Who are you?',
			settings: {
				system: 'You are a pirate.',
				parameters: { max_tokens: 40_960, reasoning_effort: 'high', stop: ['one', 'two'] },
			},
		});
	});

	it('asks the host for what goes along, and lists it', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT);
		const before = (await opened.posted()).length;
		await opened.page.getByRole('button', { name: 'Attach…' }).click();
		await opened.page.getByRole('button', { name: 'Remove retry.py' }).click();
		await opened.page.getByRole('button', { name: /Choose another model/ }).click();
		assert.deepEqual((await opened.posted()).slice(before), [
			{ type: 'draft', id: 'branch-2', action: 'attach' },
			{ type: 'detach', id: 'branch-2', index: 0 },
			{ type: 'draft', id: 'branch-2', action: 'model' },
		]);
	});

	it('hands a picture over that is pasted into the question, and leaves text to the text area', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT);
		const before = (await opened.posted()).length;
		const question = opened.page.getByRole('textbox', { name: 'Ask more' });
		await pasteFile(question, 'text/plain', Buffer.from('a text'));
		await pasteFile(question, 'image/png', Buffer.from('a picture'));
		while ((await opened.posted()).length === before) {
			await opened.page.waitForFunction('true');
		}
		assert.deepEqual((await opened.posted()).slice(before), [
			{
				type: 'attachImage',
				id: 'branch-2',
				mimeType: 'image/png',
				data: Buffer.from('a picture').toString('base64'),
			},
		]);
	});

	it('hands no picture over that is too large or cannot be read', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT);
		const { page } = opened;
		const question = page.getByRole('textbox', { name: 'Ask more' });
		await pasteFile(question, 'image/png', Buffer.alloc(4_000_001));
		await page.evaluate(() => {
			FileReader.prototype.readAsDataURL = function (this: FileReader) {
				queueMicrotask(() => this.dispatchEvent(new ProgressEvent('error')));
			};
		});
		await pasteFile(question, 'image/gif', Buffer.from('a picture'));
		await opened.settled();
		assert.deepEqual(await asked(opened), [
			{ type: 'refuseImage', id: 'branch-2', mimeType: 'image/png', why: 'large' },
			{ type: 'refuseImage', id: 'branch-2', mimeType: 'image/gif', why: 'unreadable' },
		]);
	});

	it('offers to go on with an answer that is not whole', async () => {
		const opened = await open();
		const offers = async (own: Parameters<typeof chat>[1]) => {
			await opened.send({ type: 'state', runs: [chat('Half', own)], selected: 'run-1' });
			return opened.page.getByRole('button', { name: 'Continue' }).count();
		};
		assert.equal(await offers({ state: { type: 'stopped' } }), 1);
		assert.equal(await offers({ state: { type: 'finished', reason: 'length' } }), 1);
		assert.equal(await offers({ state: { type: 'finished', reason: 'stop' } }), 0);
		assert.equal(await offers({ state: { type: 'running' } }), 0);
	});

	it('shows the tools that were asked for, and whether an answer keeps to its schema', async () => {
		const opened = await open();
		await opened.send(...SCENARIOS.toolCalls);
		const tools = opened.page.getByRole('list', { name: 'Tools that the model asked for' });
		assert.match(await tools.innerText(), /weather\s+\{\s+"place": "Bath"\s+\}/);
		await opened.send(...SCENARIOS.checked);
		assert.match(await opened.page.locator('.check').innerText(), /does not keep to the schema\.\s+name: /);
		await opened.send({ type: 'run', run: chat('{}', { check: { complaints: [] } }) });
		assert.match(await opened.page.locator('.note').innerText(), /The answer keeps to the schema\./);
	});

	it('writes no question where no chat is', async () => {
		const opened = await open();
		await opened.send({ type: 'state', runs: [run({ task: 'summarization' })], selected: 'run-1' });
		assert.equal(await opened.page.getByRole('textbox').count(), 0);
	});

	it('applies code as a difference that the host shows', async () => {
		const opened = await open();
		await opened.send(...SCENARIOS.conversation);
		await opened.page.getByRole('button', { name: 'Apply…' }).last().click();
		assert.deepEqual((await asked(opened)).at(-1), {
			type: 'code',
			id: 'branch-2',
			action: 'apply',
			text: 'raise TimeoutError\n',
		});
	});
});
