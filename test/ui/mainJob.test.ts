import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addToken } from './driver/addToken';
import { eventually } from './driver/eventually';
import { THEMES, type Theme } from './driver/themes';
import { useSession } from './driver/useSession';

describe('the main job: select, run, see the answer', () => {
	const session = useSession({ hub: { deltaGapMs: 20 } });

	it('starts with a tokens view that says what to do', async () => {
		const { workbench } = session();
		await workbench.openContainer();
		const tokens = workbench.tree('Tokens');
		assert.match(await tokens.welcome(), /An access token lets you run models/);
		await tokens.pressWelcome('Add Token…');
		await workbench.quickInput.expect('Paste a token');
		assert.equal(await workbench.quickInput.isPassword(), true);
		await workbench.quickInput.cancel();
		await workbench.quickInput.waitClosed();
	});

	it('refuses what is no token while it is typed, and a token that the Hub does not know', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		await palette.run('Hugging Face: Add Token…');
		await quickInput.expect('Paste a token');
		await quickInput.fill('sk-1234567890');
		await quickInput.refusal();
		await quickInput.fill(hub.tokens.revoked);
		await quickInput.accept();
		await quickInput.refusal();
		assert.equal(await quickInput.isOpen(), true);
		await quickInput.cancel();
		await quickInput.waitClosed();
		assert.match(await workbench.tree('Tokens').welcome(), /An access token lets you/);
	});

	it('stores a token, and shows whose it is in the view and in the status bar', async () => {
		const { workbench, hub } = session();
		await addToken(workbench, ` "${hub.tokens.fineGrainedInference}"\n`);
		const tokens = workbench.tree('Tokens');
		await tokens.expectRows([['vscode ada · fine-grained · used here']]);
		await workbench.statusBar.expect('ada');
		await workbench.notifications.clear();
	});

	it('streams an explanation of the selected code beside it, and leaves the keyboard in the editor', async () => {
		const { workbench, hub } = session();
		const { editor, quickInput, results } = workbench;
		await editor.open('tides.py');
		await editor.selectLines(30, 41);
		const menu = await editor.contextMenu('open_since = None');
		await menu.choose('Hugging Face', 'Explain Selection');
		await quickInput.expect('Model for');
		await quickInput.fill('Qwen2.5-Coder');
		await quickInput.pick('Qwen/Qwen2.5-Coder-32B-Instruct');
		await results.expectState('running');
		await workbench.statusBar.expect('Running Explain');
		await results.expectState('finished');
		assert.deepEqual(await results.names(), ['Explain, Qwen/Qwen2.5-Coder-32B-Instruct']);
		assert.match(await results.answer(), /windows/);
		await workbench.statusBar.waitGone('Running Explain');
		assert.deepEqual(await editor.tabs(), ['tides.py', 'Results']);
		await editor.expectFocus();
		const asked = hub.traffic.requests.filter(({ path: url }) => url.includes('/chat/completions'));
		assert.deepEqual(
			asked.map(({ token, host }) => ({ token, host })),
			[{ token: 'fineGrainedInference', host: 'router' }],
		);
	});

	it('asks for the model once', async () => {
		const { workbench } = session();
		await workbench.editor.focus();
		await workbench.palette.run('Hugging Face: Fix Selection');
		await workbench.results.frame
			.getByRole('article', { name: 'Fix, Qwen/Qwen2.5-Coder-32B-Instruct' })
			.waitFor();
		await workbench.results.expectState('finished');
	});

	it('stops a run, and closes the connection with it', async () => {
		const { workbench, hub } = session();
		hub.traffic.clear();
		// However late the button is pressed, the answer is not at its end.
		hub.faults.next({ path: /chat\/completions/ }, { kind: 'stallAfter', deltas: 20 });
		await workbench.editor.focus();
		await workbench.palette.run('Hugging Face: Document Selection');
		await hub.traffic.until(({ requests }) => requests.some(({ stream }) => (stream?.deltas ?? 0) > 3));
		await workbench.results.press('Stop');
		await workbench.results.expectState('stopped');
		await hub.traffic.until(({ openStreams }) => openStreams === 0);
		const streams = hub.traffic.requests.flatMap(({ stream }) => (stream ? [stream] : []));
		assert.deepEqual(
			streams.map(({ complete }) => complete),
			[false],
		);
	});

	it('puts an answer in the place of the selection, in one step to undo', async () => {
		const { workbench, workspace } = session();
		const { editor, palette, quickInput, results } = workbench;
		await editor.open('README.md');
		await editor.selectLines(5, 11);
		await palette.run('Hugging Face: Summarize Selection');
		await quickInput.expect('Model for');
		await quickInput.pick(/./);
		await results.frame.getByRole('article', { name: /^Summar/ }).waitFor();
		await results.expectState('finished');
		const answer = await results.answer();
		const before = readFileSync(path.join(workspace, 'README.md'), 'utf8');
		const selected = before.split('\n').slice(4, 11).join('\n');
		assert.notEqual(answer, selected);
		await results.press('Replace Selection');
		await editor.expectText(before.replace(selected, answer));
		await editor.undo();
		await editor.expectText(before);
	});

	it('still knows the token and the results after the window was reloaded', async () => {
		const { workbench } = session();
		const before = await workbench.results.text();
		await workbench.reload();
		await workbench.openContainer();
		await workbench.tree('Tokens').expect('used here');
		await workbench.results.expectState('finished');
		await eventually(
			() => workbench.results.text(),
			text => assert.equal(text, before),
		);
	});

	it('still knows the token after VS Code was started again', async () => {
		await session().restart();
		const { workbench } = session();
		await workbench.openContainer();
		await workbench.tree('Tokens').expect('used here');
		await workbench.results.expectState('finished');
	});

	for (const theme of Object.keys(THEMES) as Theme[]) {
		it(`is pictured in the theme ${THEMES[theme].label}, wide and narrow`, async () => {
			const { workbench } = session();
			await workbench.setTheme(theme);
			await workbench.screenshot(`main job ${theme}`);
			await workbench.resize(720, 800);
			await workbench.screenshot(`main job ${theme} narrow`);
			await workbench.resize(1280, 800);
		});
	}
});
