import assert from 'node:assert/strict';
import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findViolations } from './driver/findViolations';
import { useRunSession } from './driver/useRunSession';

const CHAT = 'openai/gpt-oss-120b';
const COMPLETIONS = { path: /chat\/completions/ };

describe('models and providers, as a person compares, chooses and pays them', () => {
	const session = useRunSession({
		viewport: { width: 1400, height: 900 },
		settings: {
			'hfWorkbench.inference.models': {
				conversational: CHAT,
				summarization: 'facebook/bart-large-cnn:vanished-ai',
			},
			'hfWorkbench.inference.provider': 'cerebras',
			'hfWorkbench.inference.preferredProviders': ['vanished-ai', 'groq'],
			'hfWorkbench.inference.spendingLimit': 4,
		},
	});

	const columns = () => session().workbench.results.frame.locator('.side-by-side article');
	const comparison = () =>
		session().workbench.results.frame.getByRole('region', { name: 'Comparison', exact: true });

	/** Model and provider of the run in front. */
	const origin = () => session().workbench.results.article().locator('.origin').innerText();

	/** Ticks models at providers, and goes on. */
	async function tick(...rows: readonly string[]): Promise<void> {
		const { quickInput } = session().workbench;
		await quickInput.expect(`Compare ${CHAT}`);
		for (const row of rows) {
			await quickInput.fill(row);
			await quickInput.toggle(row);
		}
		await session().workbench.screenshot('compare pick');
		await quickInput.accept();
	}

	it('several answer at once, each with its own Stop', async () => {
		const { workbench, hub } = session();
		const { editor, palette, quickInput, results } = workbench;
		hub.faults.always(COMPLETIONS, { kind: 'stallAfter', deltas: 30 });
		await editor.open('tides.py');
		await editor.selectLines(30, 41);
		await palette.run('Hugging Face: Compare Models on Selection…');
		await quickInput.expect('Run on Selection');
		await quickInput.pick('Chat');
		await quickInput.option('Write Tests').waitFor();
		await quickInput.pick('Explain');
		await tick(`${CHAT} novita`, 'meta-llama/Llama-3.1-8B-Instruct nscale');
		await hub.traffic.until(({ openStreams }) => openStreams === 3);
		await columns().nth(2).getByRole('log').filter({ hasText: /\w/ }).waitFor();
		assert.equal(await columns().count(), 3);
		await workbench.screenshot('compare running');
		await results.press('Stop', columns().nth(1));
		await columns().nth(1).and(results.frame.locator('[data-state=stopped]')).waitFor();
		await hub.traffic.until(({ openStreams }) => openStreams === 2);
		await results.press('Stop', columns().nth(0));
		await results.press('Stop', columns().nth(2));
		await hub.traffic.until(({ openStreams }) => openStreams === 0);
	});

	it('a comparison is removed as a whole, after a question', async () => {
		const { workbench } = session();
		const { dialog, results } = workbench;
		await results.press('Remove Comparison…', comparison());
		await dialog.expect('Remove this comparison of 3 runs?');
		await dialog.press('Cancel');
		assert.equal(await columns().count(), 3);
		await results.press('Remove Comparison…', comparison());
		await dialog.press('Remove');
		await results.expect(/Select text in an editor/);
	});

	it('one of several that fails says why, and is run again in its place, while the others are there', async () => {
		const { workbench, hub } = session();
		const { editor, palette, quickInput, results } = workbench;
		hub.faults.next(COMPLETIONS, { kind: 'status', name: 'internal' });
		await editor.focus();
		await palette.run('Hugging Face: Compare Models on Selection…');
		await quickInput.expect('Run on Selection');
		await quickInput.pick('Chat');
		await quickInput.option('Write Tests').waitFor();
		await quickInput.pick('Explain');
		await tick(`${CHAT} novita`, 'meta-llama/Llama-3.1-8B-Instruct nscale');
		const state = (name: string) => columns().and(results.frame.locator(`[data-state=${name}]`));
		const failed = state('failed');
		await failed.waitFor();
		await state('finished').nth(1).waitFor();
		assert.match(await failed.getByRole('alert').innerText(), /^The server failed\./);
		assert.deepEqual(await findViolations(results.frame), []);
		await workbench.screenshot('compared one failed');
		await results.press('Run Again', failed.getByRole('alert'));
		await state('finished').nth(2).waitFor();
		const { length } = await columns().all();
		await palette.run('Hugging Face: Run Again');
		await state('finished')
			.nth(length - 1)
			.waitFor();
		assert.equal(await columns().count(), length + 1, 'a command leaves no comparison either');
	});

	it('a run is compared with others: times, speed, cost, and the words that differ', async () => {
		const { workbench } = session();
		const { editor, palette, results } = workbench;
		const before = await results.shownId();
		await editor.focus();
		await palette.run('Hugging Face: Explain Selection');
		await results.expectNext(before);
		await results.expectState('finished');
		await results.pressMore('Compare with Other Models…', results.article());
		await tick(`${CHAT} novita`, 'meta-llama/Llama-3.1-8B-Instruct nscale');
		await columns().nth(2).and(results.frame.locator('[data-state=finished]')).waitFor();
		const rows = comparison().getByRole('row');
		await rows.filter({ hasText: /Cost\s*(\$0\.\d+\s*){3}/ }).waitFor();
		const figures = (await rows.allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim());
		assert.match(
			figures[0] ?? '',
			/^gpt-oss-120b at cerebras gpt-oss-120b at novita Llama-3\.1-8B-Instruct at nscale$/,
		);
		assert.match(figures[1] ?? '', /^First token (\d[\d.]* m?s ?){3}$/);
		assert.match(figures[2] ?? '', /^Tokens per second (\d+ ?){3}$/);
		await comparison().getByText('Difference in words').click();
		await comparison().getByLabel('To', { exact: true }).selectOption({ index: 2 });
		// The models of the loopback Hub say the same of code; where answers differ, the page's own suite looks.
		await comparison().getByText('The answers are the same, word for word.').waitFor();
		assert.deepEqual(await findViolations(results.frame), []);
		await workbench.screenshot('compared');
	});

	it('one of them is gone on with, and the comparison found again; one of them is removed alone', async () => {
		const { workbench } = session();
		const { results, conversation } = workbench;
		await results.press('Ask More about This Answer', columns().nth(1));
		await conversation.composer.waitFor();
		await conversation.ask('What happens at the last hour?', 2);
		assert.match(await conversation.answer(2), /question number 2/);
		await workbench.screenshot('compared gone on');
		await results.press('Back to the Comparison');
		await columns().nth(2).waitFor();
		assert.equal(await comparison().getByLabel('To', { exact: true }).inputValue(), '2');
		await results.pressMore('Remove', columns().nth(0));
		await columns().nth(2).waitFor({ state: 'detached' });
		assert.equal(await columns().count(), 2);
	});

	it('the comparison is there again after a reload, as it was looked at', async () => {
		const { workbench } = session();
		await workbench.reload();
		await workbench.results.press('Back to the Comparison');
		await columns().nth(1).waitFor();
		await comparison().getByLabel('From', { exact: true }).waitFor();
		await workbench.results.history().getByText('2 compared').waitFor({ state: 'attached' });
	});

	it('the panel’s own search finds a word of the answer', async () => {
		const { workbench } = session();
		const { results, palette } = workbench;
		await palette.run('Hugging Face: Open Results');
		await results.find('lines');
		await results.frame
			.locator('body')
			.evaluate(async (body: { ownerDocument: { getSelection(): { toString(): string } | null } }) => {
				while (!/lines/i.test(body.ownerDocument.getSelection()?.toString() ?? '')) {
					await new Promise(resolve => setTimeout(resolve, 50));
				}
			});
		await workbench.screenshot('find in page');
		await workbench.page.keyboard.press('Escape');
	});

	it('who serves a model is chosen for one run, with what each costs and can', async () => {
		const { workbench } = session();
		const { editor, palette, quickInput, results } = workbench;
		const first = await results.shownId();
		await editor.focus();
		await palette.run('Hugging Face: Explain Selection');
		await results.expectNext(first);
		const before = await results.shownId();
		await results.press('Run with Another Model…', results.article());
		await quickInput.expect('Model for Chat');
		await quickInput.fill('gpt-oss-120b novita');
		const offer = quickInput.option(CHAT).filter({ hasText: 'novita' }).first();
		await quickInput.pressButton('Choose How It Is Served…', offer);
		await quickInput.expect(`Provider of ${CHAT}`);
		const cheapest = await quickInput.option('Cheapest').first().innerText();
		assert.match(cheapest.replace(/\s+/g, ' '), /novita.*The lowest price/);
		await workbench.screenshot('pick provider');
		await quickInput.pick('Cheapest');
		await results.expectNext(before);
		assert.match(await origin(), /novita/);
	});

	/** The last is whom the result names: the provider that the router says it chose. */
	const POLICIES = [
		['Cheapest', 'cheapest', 'novita'],
		['Fastest', 'fastest', 'cerebras'],
		['Preferred', 'preferred', 'groq'],
		['Automatic', 'auto', 'cerebras'],
		['together', 'together', 'together'],
	] as const;
	for (const [choice, policy, served] of POLICIES) {
		it(`who serves a model is chosen for all runs: ${choice}`, async () => {
			const { workbench } = session();
			const { editor, palette, quickInput, results, statusBar } = workbench;
			await editor.focus();
			await palette.run('Hugging Face: Choose Provider…');
			await quickInput.expect(`Provider of ${CHAT}`);
			await quickInput.pick(choice);
			await statusBar.expect(`Provider: ${policy}`);
			const before = await results.shownId();
			await palette.run('Hugging Face: Explain Selection');
			await results.expectNext(before);
			assert.match(await origin(), new RegExp(served));
		});
	}

	it('a provider in the settings that nobody knows is named before anything is sent, with one that serves the model', async () => {
		const { workbench, hub } = session();
		const { editor, palette, results } = workbench;
		const unknown = await results.shownId();
		hub.traffic.clear();
		await editor.open('README.md');
		await editor.selectLines(5, 12);
		await palette.run('Hugging Face: Summarize Selection');
		await results.expectNext(unknown);
		const problem = results.problem();
		assert.match(
			await problem.innerText(),
			/^vanished-ai does not serve facebook\/bart-large-cnn\.\s+Nothing was sent\./,
		);
		assert.deepEqual((await problem.getByRole('button').allInnerTexts()).slice(0, 2), [
			'Run at hf-inference',
			'Run philschmid/bart-large-cnn-samsum',
		]);
		assert.ok(hub.traffic.requests.every(({ method }) => method === 'GET'));
		await workbench.screenshot('provider unknown');
		const failed = await results.shownId();
		await results.press('Run at hf-inference', problem);
		await results.expectNext(failed);
		await results.expectState('finished');
	});

	it('what was used is told by day, model and token', async () => {
		const { workbench } = session();
		const { editor, palette, results } = workbench;
		await palette.run('Hugging Face: Show Usage and Cost');
		await editor.activeTab('Usage and Cost').waitFor();
		// The page of totals is the newest one.
		await results.expect(/Counted on this machine/);
		const rows = (await results.frame.getByRole('row').allInnerTexts()).map(row => row.replace(/\s+/g, ' '));
		// Some of the runs were stopped before the provider had counted: ≈ marks what is estimated.
		await results.expect(/≈ marks estimates/);
		const figures = / \d+ ≈ [\d,]+ ≈ [\d,]+ ≈ \$0\.\d+( and \d+ runs? of unknown price)? ?$/;
		for (const what of [
			/^\d{4}-\d{2}-\d{2}/,
			/^openai\/gpt-oss-120b at novita/,
			/^fineGrainedInference|^vscode/,
		]) {
			assert.ok(
				rows.some(row => what.test(row) && figures.test(row)),
				`${what.source} in ${rows.join('\n')}`,
			);
		}
		await workbench.screenshot('usage');
		await editor.closeTab('Usage and Cost');
	});

	it('a model of the tree is copied as code', async () => {
		const { workbench } = session();
		const { quickInput, statusBar } = workbench;
		await workbench.openContainer();
		const models = workbench.tree('Models');
		const menu = await models.contextMenu('FLUX.1-dev');
		await menu.choose('Copy as Code…');
		await quickInput.expect('Copy as Code (black-forest-labs/FLUX.1-dev)');
		await workbench.screenshot('copy model as code');
		await quickInput.pick('JavaScript · @huggingface/inference');
		await statusBar.expect('Copied');
		const code = await workbench.clipboard();
		assert.match(code, /textToImage\(\{[\s\S]*black-forest-labs\/FLUX\.1-dev/);
		assert.match(code, /process\.env\.HF_TOKEN/);
	});

	it('the day’s spending limit stops and asks', async () => {
		const { workbench, hub, dataDir } = session();
		const { dialog, editor, palette, results } = workbench;
		const [ledger = ''] = readdirSync(dataDir, { recursive: true, withFileTypes: true })
			.filter(({ name }) => name === 'usage.jsonl')
			.map(({ parentPath, name }) => path.join(parentPath, name));
		const entry = {
			at: Date.now(),
			model: CHAT,
			provider: 'groq',
			token: 'x',
			promptTokens: 1,
			completionTokens: 1,
			cost: 5,
		};
		appendFileSync(ledger, `${JSON.stringify(entry)}\n`);
		hub.traffic.clear();
		await editor.open('tides.py');
		await editor.selectLines(30, 41);
		await palette.run('Hugging Face: Explain Selection');
		const question = await dialog.expect('Today’s spending limit is reached.');
		assert.match(
			question,
			/The limit is \$4\.00 a day, and \$5\.\d\d are spent\. This run will cost about \$0\.\d+/,
		);
		await workbench.screenshot('spending limit');
		await dialog.press('Cancel');
		assert.deepEqual(
			hub.traffic.requests.filter(({ method }) => method === 'POST'),
			[],
		);
		const before = await results.shownId();
		await editor.focus();
		await palette.run('Hugging Face: Explain Selection');
		await dialog.press('Run Anyway');
		await results.expectNext(before);
		await results.expectState('finished');
	});
});
