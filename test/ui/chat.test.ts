import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePng } from '../hub/models/images/png';
import { addToken } from './driver/addToken';
import { eventually } from './driver/eventually';
import { findViolations } from './driver/findViolations';
import { THEMES, type Theme } from './driver/themes';
import { useSession } from './driver/useSession';
import { redRectangle } from '../unit/inference/mediaFiles';

const CHAT = 'openai/gpt-oss-120b:cerebras';
const SCHEMA = '{"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}';
const TOOL =
	'{"name": "tide_table", "parameters": {"type": "object", "properties": {"port": {"type": "string"}}}}';

describe('a chat, as a person goes on with it', () => {
	const session = useSession({
		settings: {
			'hfWorkbench.inference.models': { conversational: CHAT },
			'files.simpleDialog.enable': true,
		},
	});

	afterEach('mend everything', () => session().hub.faults.clear());

	it('starts with the selection and goes on below its answer', async () => {
		const { workbench, hub, workspace } = session();
		const { editor, palette, results, conversation } = workbench;
		const dot = { width: 2, height: 1, data: Uint8Array.of(255, 0, 0, 255, 255, 0, 0, 255) };
		writeFileSync(path.join(workspace, 'dot.png'), encodePng(dot));
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await workbench.notifications.clear();
		await editor.open('tides.py');
		await editor.selectLines(30, 41);
		await palette.run('Hugging Face: Explain Selection');
		await results.expectState('finished');
		await conversation.ask('What happens at the last hour?', 2);
		assert.match(await conversation.answer(2), /question number 2 of our conversation/);
		await workbench.screenshot('chat two turns');
	});

	it('is copied as code with what was said before', async () => {
		const { workbench } = session();
		const { editor, quickInput, results, conversation, statusBar } = workbench;
		await results.pressMore('Copy as Code…', conversation.turn(2));
		await quickInput.expect('Copy as Code');
		await quickInput.pick('JavaScript · fetch');
		await statusBar.expect('Copied');
		const code = await editor.clipboard();
		assert.match(code, /"role": "user"[^]*"role": "assistant"[^]*What happens at the last hour\?/);
	});

	it('asks a question again in other words, as another branch', async () => {
		const { workbench } = session();
		const { results, conversation } = workbench;
		const second = conversation.turn(2);
		await results.press('Edit Question', second);
		const box = second.getByRole('textbox', { name: 'Edit the question' });
		assert.equal(await box.inputValue(), 'What happens at the last hour?');
		await box.fill('What happens at the first hour?');
		await results.press('Send Again', second);
		await second.getByText('2 of 2').waitFor();
		await conversation.expectEnd(2, 'finished');
		assert.match(await conversation.answer(2), /first hour/);
		await results.press('Previous Branch', second);
		await second.getByText('1 of 2').waitFor();
		assert.match(await conversation.answer(2), /last hour/);
		await workbench.screenshot('chat branches');
	});

	it('runs a question again from the palette where it stands, with the same model or another', async () => {
		const { workbench } = session();
		const { palette, quickInput, conversation } = workbench;
		const second = conversation.turn(2);
		await palette.run('Hugging Face: Run Again');
		await second.getByText('3 of 3').waitFor();
		await conversation.expectEnd(2, 'finished');
		assert.match(await conversation.answer(2), /last hour.*question number 2 of our conversation/s);
		await palette.run('Hugging Face: Run with Another Model…');
		// Most of it is the conversation before: the question alone has some ten.
		await quickInput.expect(/Model for Chat · ≈ \d{3,} tokens in/);
		await quickInput.fill('gpt-oss-120b cerebras');
		await quickInput.pick(/gpt-oss-120b\s*cerebras/);
		await second.getByText('4 of 4').waitFor();
		await conversation.expectEnd(2, 'finished');
		assert.match(await conversation.answer(2), /last hour.*question number 2 of our conversation/s);
	});

	it('takes a selection and a picture along', async () => {
		const { workbench, workspace } = session();
		const { editor, quickInput, conversation } = workbench;
		const { composer } = conversation;
		await editor.open('schedule.ts');
		await editor.selectLines(1, 3);
		await composer.getByRole('button', { name: 'Attach…' }).click();
		await quickInput.expect('Attach');
		await quickInput.pick('Selection');
		await composer.getByText('schedule.ts:1–3').waitFor();
		await composer.getByRole('button', { name: 'Attach…' }).click();
		await quickInput.expect('Attach');
		await quickInput.pick('Image…');
		await quickInput.expect('Attach an Image');
		await quickInput.choosePath(path.join(workspace, 'dot.png'));
		await composer.getByText('dot.png').waitFor();
		await conversation.paste('image/png', redRectangle());
		await composer.getByText('Pasted.png').waitFor();
		await composer.getByRole('button', { name: /Choose another model/ }).click();
		await quickInput.expect('Model for Chat');
		await quickInput.fill('gemma-3-4b');
		await quickInput.pick('google/gemma-3-4b-it');
		await composer.getByText('gemma-3-4b-it').waitFor();
		await conversation.ask('What do you see?', 3);
		assert.match(await conversation.answer(3), /I see a wide PNG picture of 2 by 1 pixels/);
		assert.deepEqual(
			await conversation.turn(3).getByRole('list', { name: 'Attachments' }).getByRole('listitem').count(),
			3,
		);
		await workbench.screenshot('chat attachments');
	});

	it('goes on with an answer that was cut off, in its place', async () => {
		const { workbench } = session();
		const { results, conversation } = workbench;
		await conversation.set('Longest answer', '30');
		await conversation.set('System prompt', 'You are a harbour master.');
		await workbench.screenshot('chat settings');
		await conversation.closeSettings();
		await conversation.ask('What is a tide?', 4);
		const fourth = conversation.turn(4);
		await fourth.getByText('it reached the limit of tokens').waitFor();
		const cut = await conversation.answer(4);
		await results.press('Continue', fourth);
		// Until it goes on, it is as finished as it was.
		await eventually(
			() => conversation.answer(4),
			answer => assert.ok(answer.length > cut.length),
		);
		await conversation.expectEnd(4, 'finished');
		const longer = await conversation.answer(4);
		assert.ok(longer.length > cut.length && longer.startsWith(cut.slice(0, 40)), longer);
	});

	it('stops when it is told to, and keeps what has come', async () => {
		const { workbench, hub } = session();
		const { results, conversation } = workbench;
		hub.faults.always({ path: /chat\/completions/ }, { kind: 'stallAfter', deltas: 10 });
		await conversation.composer.getByRole('textbox', { name: 'Ask more' }).fill('What is an ebb?');
		await conversation.composer.getByRole('button', { name: 'Send' }).click();
		const fifth = conversation.turn(5);
		await fifth.getByRole('log').filter({ hasText: /\S/ }).waitFor();
		await results.press('Stop', fifth);
		await conversation.expectEnd(5, 'stopped');
		await hub.traffic.until(({ openStreams }) => openStreams === 0);
		await fifth.getByRole('button', { name: 'Continue' }).waitFor();
	});

	it('goes on with an answer that was stopped, in its place', async () => {
		const { workbench } = session();
		const { results, conversation } = workbench;
		const cut = await conversation.answer(5);
		await results.press('Continue', conversation.turn(5));
		await eventually(
			() => conversation.answer(5),
			answer => assert.ok(answer.length > cut.length),
		);
		await conversation.expectEnd(5, 'finished');
		const longer = await conversation.answer(5);
		assert.ok(longer.startsWith(cut), longer);
		assert.equal(await conversation.turn(6).count(), 0);
	});

	it('takes the open file and a file of this machine along', async () => {
		const { workbench, workspace } = session();
		const { editor, quickInput, conversation } = workbench;
		const { composer } = conversation;
		await editor.open('schedule.ts');
		await composer.getByRole('button', { name: 'Attach…' }).click();
		await quickInput.expect('Attach');
		await quickInput.pick('Open File');
		await composer.getByText('schedule.ts', { exact: true }).waitFor();
		await composer.getByRole('button', { name: 'Attach…' }).click();
		await quickInput.expect('Attach');
		await quickInput.pick('a text of this machine');
		await quickInput.expect('Attach a File');
		await quickInput.choosePath(path.join(workspace, 'README.md'));
		await composer.getByText('README.md', { exact: true }).waitFor();
		await conversation.ask('What are these?', 6);
		const attachments = conversation.turn(6).getByRole('list', { name: 'Attachments' });
		assert.match(await attachments.innerText(), /schedule\.ts[\s\S]*README\.md/);
		assert.match(await conversation.answer(6), /lines of typescript/);
	});

	it('keeps answers to a schema, and shows the tools that the model asks for', async () => {
		const { workbench } = session();
		const { conversation, editor, palette, quickInput, results } = workbench;
		// A model for this need not see pictures, as one has to that goes on with a conversation that has some.
		await editor.open('tides.py');
		await editor.selectLines(18, 22);
		await palette.run('Hugging Face: Fix Selection');
		await results.frame.getByRole('article', { name: /^Fix/ }).waitFor();
		await conversation.expectEnd(1);
		const { composer } = conversation;
		await composer.getByRole('button', { name: /Choose another model/ }).click();
		await quickInput.expect('Model for Chat');
		await quickInput.fill('gpt-oss-120b cerebras');
		await quickInput.pick(/gpt-oss-120b\s*cerebras/);
		await composer.getByTitle('openai/gpt-oss-120b (cerebras)').waitFor();
		await conversation.set('Longest answer', '');
		await conversation.set('Answer as JSON', '{');
		await conversation.composer.getByRole('textbox', { name: 'Ask more' }).fill('Name a port.');
		await conversation.composer.getByRole('button', { name: 'Send' }).click();
		await workbench.notifications.expect('The answer’s schema is not JSON');
		await workbench.notifications.clear();
		await conversation.set('Answer as JSON', SCHEMA);
		await conversation.composer.getByRole('button', { name: 'Send' }).click();
		await conversation.expectEnd(2, 'finished');
		await conversation.turn(2).getByText('The answer keeps to the schema.').waitFor();
		await conversation.set('Answer as JSON', '');
		await conversation.set('Tools', TOOL);
		await conversation.closeSettings();
		await conversation.ask('When is low water in Dover?', 3);
		await conversation.turn(3).getByText('tide_table', { exact: true }).waitFor();
		await workbench.screenshot('chat schema and tools');
		await conversation.set('Tools', '');
		await conversation.closeSettings();
		assert.equal(await results.isTooWide(), false);
	});

	it('puts code into the file as a difference that is applied or discarded', async () => {
		const { workbench, workspace } = session();
		const { editor, palette, results, conversation } = workbench;
		const before = readFileSync(path.join(workspace, 'tides.py'), 'utf8');
		await editor.open('tides.py');
		await editor.selectLines(25, 27);
		await palette.run('Hugging Face: Document Selection');
		await results.frame.getByRole('article', { name: /^Document/ }).waitFor();
		await conversation.expectEnd(1, 'finished');
		await results.press('Apply…', conversation.turn(1));
		await editor.activeTab('tides.py ↔ With the Answer').waitFor();
		await workbench.screenshot('chat apply');
		await workbench.pressTitle('Discard Answer');
		await editor.activeTab('tides.py ↔').waitFor({ state: 'detached' });
		await results.press('Apply…', conversation.turn(1));
		await editor.activeTab('tides.py ↔ With the Answer').waitFor();
		await workbench.pressTitle('Apply Answer');
		await editor.activeTab('tides.py ↔').waitFor({ state: 'detached' });
		const after = await editor.text();
		assert.notEqual(after, before);
		assert.ok(after.startsWith(before.slice(0, 100)));
		await editor.undo();
		await editor.expectText(before);
	});

	it('runs a prompt of the user’s own, and makes one', async () => {
		const { workbench, workspace } = session();
		const { editor, palette, quickInput, results, conversation } = workbench;
		mkdirSync(path.join(workspace, '.hf/prompts'), { recursive: true });
		writeFileSync(
			path.join(workspace, '.hf/prompts/audience.md'),
			'---\ntitle: Explain for\nvariables:\n  reader: {description: Who reads it?, options: [a child, a sailor]}\n---\nExplain {{file}} to {{reader}}.\n',
		);
		await editor.open('tides.py');
		await editor.selectLines(25, 27);
		await palette.run('Hugging Face: Run Prompt…');
		await quickInput.pick('Explain for');
		await quickInput.pick('a sailor');
		await results.frame.getByRole('article', { name: /^Explain for/ }).waitFor();
		await conversation.expectEnd(1, 'finished');
		await palette.run('Hugging Face: Create Prompt…');
		await quickInput.expect('Create Prompt');
		await quickInput.fill('Find Edge Cases');
		await quickInput.accept();
		await editor.activeTab('find-edge-cases.md').waitFor();
		assert.match(await editor.text(), /title: "Find Edge Cases"/);
	});

	it('is one entry of the history, and there again after a reload', async () => {
		const { workbench } = session();
		const { results, conversation } = workbench;
		await conversation.composer.getByRole('textbox', { name: 'Ask more' }).fill('Half a question');
		await workbench.reload();
		await results.expectState('finished');
		assert.equal(
			await conversation.composer.getByRole('textbox', { name: 'Ask more' }).inputValue(),
			'Half a question',
		);
		await results.button(/^History/, results.history()).click();
		assert.equal(await results.history().getByRole('listitem').count(), 4);
		await results.button(/^Explain(?! for)/, results.history()).click();
		await conversation.expectEnd(6, 'finished');
		assert.match(await conversation.answer(2), /last hour/);
	});

	for (const theme of Object.keys(THEMES) as Theme[]) {
		it(`is accessible in ${THEMES[theme].label}`, async () => {
			const { workbench } = session();
			const { results, conversation } = workbench;
			await workbench.setTheme(theme);
			await results.frame.locator(`body[data-vscode-theme-id="${THEMES[theme].id}"]`).waitFor();
			await conversation.set('System prompt', 'You are a harbour master.');
			assert.deepEqual(await findViolations(results.frame), []);
			await workbench.screenshot(`chat ${theme}`);
			await conversation.closeSettings();
		});
	}
});
