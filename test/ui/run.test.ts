import assert from 'node:assert/strict';
import { useRunSession } from './driver/useRunSession';

const TASK_COMMANDS = [
	'Explain Selection',
	'Fix Selection',
	'Document Selection',
	'Write Tests for Selection',
	'Ask About Selection…',
	'Run Prompt…',
	'Summarize Selection',
	'Translate Selection…',
	'Classify Selection',
	'Find Entities in Selection',
];

describe('running a model, as a person does it', () => {
	const session = useRunSession();

	afterEach('forget what was sent', () => session().hub.traffic.clear());

	/** Selects a function, which the tests are about. */
	async function select(): Promise<void> {
		const { editor } = session().workbench;
		await editor.open('tides.py');
		await editor.selectLines(30, 41);
	}

	let isExplained = false;

	/** Explains the function with the model that is remembered from then on, once: also for a test that is run alone. */
	async function explained(): Promise<void> {
		if (isExplained) {
			return;
		}
		const { palette, quickInput, results } = session().workbench;
		await select();
		await palette.run('Hugging Face: Explain Selection');
		await quickInput.expect('Model for Chat');
		await quickInput.fill('gpt-oss-120b');
		await quickInput.pick(/gpt-oss-120b\s*groq/);
		await results.expectState('finished');
		isExplained = true;
	}

	it('is offered in the editor’s menu with every task', async () => {
		const { workbench } = session();
		await select();
		const menu = await workbench.editor.contextMenu('open_since = None');
		assert.deepEqual(await menu.items('Hugging Face'), [
			...TASK_COMMANDS,
			'More Tasks',
			'Run on Selection…',
			'Compare Models on Selection…',
			'Run with Parameters…',
			'Run Again',
		]);
		await workbench.screenshot('editor menu');
		await menu.close();
	});

	it('asks by its keybinding for the task, then for the instruction, then for the model', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await select();
		await workbench.page.keyboard.press('ControlOrMeta+Alt+H');
		await quickInput.expect('Run on Selection');
		assert.deepEqual((await quickInput.options()).slice(0, 6), [
			'Chat',
			'Continue Text',
			'Summarize',
			'Translate',
			'Classify Text',
			'Find Entities',
		]);
		await workbench.screenshot('pick task');
		await quickInput.pick('Chat');
		await quickInput.option('Write Tests').waitFor();
		assert.equal(await quickInput.placeholder(), 'What should the model do with the text?');
		assert.deepEqual(await quickInput.options(), ['Explain', 'Fix', 'Document', 'Write Tests', 'Ask…']);
		await workbench.screenshot('pick instruction');
		await quickInput.pick('Explain');
		await quickInput.expect('Model for Chat');
	});

	it('lists models with provider, price per million tokens and context length', async () => {
		const { workbench } = session();
		const { quickInput, palette } = workbench;
		await select();
		await palette.run('Hugging Face: Explain Selection');
		await quickInput.expect('Model for Chat');
		await quickInput.option('openai/gpt-oss-120b').first().waitFor();
		await workbench.screenshot('pick model');
		await quickInput.type('gpt-oss-120b');
		await quickInput.option('deepseek-ai').first().waitFor({ state: 'detached' });
		const offer = await quickInput.option(/gpt-oss-120b\s*groq/).innerText();
		assert.match(
			offer.replace(/\s+/g, ' '),
			/openai\/gpt-oss-120b ?groq · \$0\.\d+ in \/ \$0\.\d+ out per million · 128k context/,
		);
		await workbench.screenshot('pick model searched');
	});

	it('streams markdown and reasoning into a panel beside, says what it cost, and leaves the keyboard alone', async () => {
		const { workbench, hub } = session();
		const { editor, results } = workbench;
		await explained();
		assert.deepEqual(await results.names(), ['Explain, openai/gpt-oss-120b']);
		const article = results.article();
		await article.locator('code').first().waitFor();
		const origin = await article.locator('.origin').innerText();
		assert.match(origin, /openai\/gpt-oss-120b\s+groq\s+tides\.py:30–41/);
		const figures = await results.figures();
		for (const figure of [
			/^\d+ in$/,
			/^\d+ out$/,
			/^first token \d/,
			/^[\d,.]+ tok\/s$/,
			/^\$0\.0*\d+$/,
			/ m?s$/,
		]) {
			assert.ok(
				figures.some(text => figure.test(text)),
				`${figure.source} in ${figures.join(', ')}`,
			);
		}
		await workbench.screenshot('explained');
		assert.deepEqual(await editor.tabs(), ['tides.py', 'Results']);
		await editor.expectFocus();
		assert.deepEqual(
			hub.traffic.sentTo('fineGrainedInference').filter(call => call.startsWith('POST')),
			[`POST ${hub.routerOrigin}/v1/chat/completions`],
		);
	});

	it('keeps the reasoning in a section of its own, folded once the answer has begun', async () => {
		const { workbench } = session();
		await explained();
		const section = workbench.results.article().locator('details.reasoning');
		assert.equal(await section.getAttribute('open'), null);
		await section.locator('summary').click();
		await section.locator('p').first().waitFor();
		await workbench.screenshot('reasoning');
		await section.locator('summary').click();
	});

	it('remembers task, instruction and model: the next one asks for neither', async () => {
		const { workbench } = session();
		const { editor, palette, quickInput, results } = workbench;
		await explained();
		await select();
		await palette.run('Hugging Face: Write Tests for Selection');
		await results.frame.getByRole('article', { name: /^Write Tests/ }).waitFor();
		await results.expectState('finished');
		await results.article().locator('pre code .hljs-keyword, pre code [class*=hljs]').first().waitFor();
		await workbench.screenshot('tests written');
		await editor.focus();
		await palette.run('Hugging Face: Run on Selection…');
		await quickInput.option('openai/gpt-oss-120b').waitFor();
		await workbench.screenshot('pick task again');
	});

	it('answers a question in one’s own words', async () => {
		const { workbench } = session();
		const { editor, palette, quickInput, results } = workbench;
		await explained();
		await select();
		await palette.run('Hugging Face: Ask About Selection…');
		await quickInput.expect('What do you want to know about the text');
		await quickInput.expect(/Ask · openai\/gpt-oss-120b · ≈ \d+ tokens in · ≈ \$0\.\d+/);
		await workbench.screenshot('ask');
		await quickInput.type('What does step do?');
		await quickInput.accept();
		await results.frame.getByRole('article', { name: /^What does step do\?, / }).waitFor();
		await results.expectState('finished');
		await editor.expectFocus();
	});

	it('asks for the paragraph or the whole file where nothing is selected, and shows labels as bars', async () => {
		const { workbench } = session();
		const { editor, palette, quickInput, results } = workbench;
		await editor.open('notes/reviews.txt');
		await editor.goTo(1, 5);
		await palette.run('Hugging Face: Classify Selection');
		await quickInput.option('Whole File').waitFor();
		assert.equal(await quickInput.placeholder(), 'Nothing is selected. Run on what?');
		assert.deepEqual(await quickInput.options(), ['Paragraph', 'Whole File']);
		await workbench.screenshot('paragraph or file');
		await quickInput.pick('Paragraph');
		await quickInput.expect('Model for');
		await quickInput.fill('sst-2');
		await quickInput.pick('distilbert/distilbert-base-uncased-finetuned-sst-2-english');
		const article = results.frame.getByRole('article', { name: /^Classif/ });
		await article.locator('.labels').waitFor();
		await workbench.screenshot('labels');
		const bars = await article.getByRole('row').allInnerTexts();
		assert.match(bars.at(1) ?? '', /^POSITIVE\s+\d+\.\d ?%$/);
		assert.match(bars.at(2) ?? '', /^NEGATIVE\s+\d+\.\d ?%$/);
		assert.match(await article.locator('.first-line').innerText(), /^The crossing was wonderful/);
	});

	it('marks entities in the text, with a legend that picks one kind', async () => {
		const { workbench } = session();
		const { editor, palette, quickInput, results } = workbench;
		await editor.open('notes/interview.md');
		await editor.selectLines(3, 4);
		await palette.run('Hugging Face: Find Entities in Selection');
		await quickInput.expect('Model for');
		await quickInput.pick('dslim/bert-base-NER');
		const article = results.frame.getByRole('article', { name: /^Find Entities/ });
		await article.locator('mark').first().waitFor();
		await workbench.screenshot('entities');
		const legend = article.getByRole('group', { name: 'Labels' });
		const all = await article.locator('mark').allInnerTexts();
		assert.ok(
			all.some(text => /^Amsterdam\s*LOC$/.test(text)),
			all.join(),
		);
		await legend.getByRole('button', { name: 'LOC' }).click();
		const picked = await article.locator('mark').allInnerTexts();
		assert.ok(picked.length < all.length && picked.every(text => text.endsWith('LOC')), picked.join());
	});

	it('summarizes prose', async () => {
		const { workbench } = session();
		const { editor, palette, quickInput, results } = workbench;
		await editor.open('README.md');
		await editor.selectLines(5, 12);
		await palette.run('Hugging Face: Summarize Selection');
		await quickInput.expect('Model for Summarize');
		await quickInput.pick('facebook/bart-large-cnn');
		await results.frame.getByRole('article', { name: /^Summarize/ }).waitFor();
		await results.expectState('finished');
		assert.match(await results.answer(), /every half hour/);
		await workbench.screenshot('summary');
	});

	it('translates, and asks a model of many languages for the two once', async () => {
		const { workbench } = session();
		const { editor, palette, quickInput, results, form } = workbench;
		await editor.open('notes/interview.md');
		await editor.selectLines(17, 17);
		await palette.run('Hugging Face: Translate Selection…');
		await quickInput.expect('Model for Translate');
		await workbench.screenshot('pick translation model');
		await quickInput.fill('nllb');
		await quickInput.pick('facebook/nllb-200-distilled-600M');
		await form.expect('Translate');
		await form.choose('To', 'French');
		await form.run();
		assert.deepEqual(await form.complaints(), ['From is missing.']);
		await workbench.screenshot('languages');
		await form.choose('From', 'English');
		await form.run();
		await results.frame.getByRole('article', { name: /^Translate/ }).waitFor();
		await results.expectState('finished');
		assert.match(await results.answer(), /Bonjour|Merci|demain/i);
		await workbench.screenshot('translation');
		const before = await results.shownId();
		await editor.focus();
		await palette.run('Hugging Face: Translate Selection…');
		await results.expectNext(before);
		assert.deepEqual(await results.names(), ['Translate, facebook/nllb-200-distilled-600M']);
	});

	it('says of a command that asks nothing what it will be, while it goes on', async () => {
		const { workbench, hub } = session();
		const { palette, results, statusBar } = workbench;
		await explained();
		hub.faults.always({ path: /chat\/completions/ }, { kind: 'stallAfter', deltas: 20 });
		await select();
		await palette.run('Hugging Face: Explain Selection');
		const estimate = results.article().locator('.running-note .estimate');
		await estimate.filter({ hasText: /^≈ \d+ tokens in · ≈ \$0\.\d+$/ }).waitFor();
		await statusBar.expectTooltip('Running Explain', /Explain: \S+ · ≈ \d+ tokens in · ≈ \$0\.\d+/);
		await workbench.screenshot('running estimated');
		await results.press('Stop', results.article());
		await results.expectState('stopped');
		await estimate.waitFor({ state: 'detached' });
	});

	it('says beforehand what a chat will be, and asks for its parameters and its system prompt in the form', async () => {
		const { workbench } = session();
		const { palette, quickInput, form, results, conversation } = workbench;
		await explained();
		const before = await results.shownId();
		await select();
		await palette.run('Hugging Face: Run with Parameters…');
		await quickInput.expect('Run on Selection');
		await quickInput.pick('Chat');
		await quickInput.expect(/Chat · openai\/gpt-oss-120b · ≈ \d+ tokens in · ≈ \$0\.\d+/);
		await workbench.screenshot('pick instruction estimated');
		await quickInput.pick('Explain');
		await form.expect('Chat');
		await form.fill('System prompt', 'You are a harbour master.');
		await form.showParameters();
		await form.fill('Longest answer', '30');
		await workbench.screenshot('form chat');
		await form.run();
		await results.expectNext(before);
		await results.expect('it reached the limit of tokens');
		await conversation.expectSetting('System prompt', 'You are a harbour master.');
		await conversation.closeSettings();
	});

	it('is shown in the status bar while it goes on, and stopped there: the connection closes', async () => {
		const { workbench, hub } = session();
		const { palette, results, statusBar } = workbench;
		await explained();
		await select();
		hub.faults.always({ path: /chat\/completions/ }, { kind: 'stallAfter', deltas: 6 });
		await palette.run('Hugging Face: Explain Selection');
		await statusBar.expect('Running Explain');
		await hub.traffic.until(({ requests }) => requests.some(({ stream }) => stream?.deltas === 6));
		await workbench.screenshot('running');
		await statusBar.press('Running Explain');
		await results.expectState('stopped');
		await results.expect('Stopped. What had arrived is kept.');
		await hub.traffic.until(({ openStreams }) => openStreams === 0);
		await statusBar.waitGone('Running Explain');
		await workbench.screenshot('stopped');
	});

	it('asks for what to run on where there is nothing', async () => {
		const { workbench } = session();
		const { palette, quickInput, form, results } = workbench;
		await workbench.closeEditors();
		await palette.run('Hugging Face: Run on Selection…');
		await quickInput.expect('Run on Selection');
		await quickInput.fill('Create Image');
		await quickInput.pick('Create Image');
		await quickInput.expect('Model for Create Image');
		await quickInput.fill('stabilityai');
		await quickInput.pick('stabilityai/stable-diffusion-xl-base-1.0');
		await form.expect('Create Image');
		await form.run();
		assert.deepEqual(await form.complaints(), ['Description is missing.']);
		await form.fill('Description', 'A red boat on a calm sea');
		await form.run();
		await results.frame.getByRole('article', { name: /^Create Image/ }).waitFor();
		await results.expectState('finished');
	});
});
