import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import { changeGlobalState } from '../ui/driver/changeGlobalState';
import { explainCode } from '../ui/driver/explainCode';
import { Keyring } from '../ui/driver/keyring';
import { useSession } from '../ui/driver/useSession';

const EXTENSION = 'hf-workbench.hf-workbench';
const STATE = 'hfWorkbench.tokens';

/** Only the web build's secrets and storage can be reached from outside: a desktop's are the system's. */
describe('a keyring that fails, as a person sees it', () => {
	const session = useSession();
	let keyring: Keyring;

	before('a token, and a first answer', async function () {
		const { workbench, hub } = session();
		if (!workbench.page.url().startsWith('http')) {
			this.skip();
		}
		keyring = new Keyring(workbench.page);
		await keyring.prepare();
		await explainCode(session());
		await workbench.notifications.clear();
		await workbench.reload();
		await workbench.openContainer();
		await workbench.tree('Tokens').expect('ada · fine-grained · used here');
		hub.traffic.clear();
	});
	afterEach('leave nothing broken', async () => {
		session().hub.traffic.clear();
		await session().workbench.quickInput.leave();
	});

	const results = () => session().workbench.results;
	const problem = () => results().problem();

	/** Until the new run has ended: the one before it may have been in the same state. */
	async function runAgain(): Promise<void> {
		await results().article().waitFor();
		const before = await results().shownId();
		await results().button('Run Again', results().article()).first().click();
		await results().expectNext(before);
	}

	async function reload(): Promise<void> {
		await session().workbench.reload();
		await session().workbench.openContainer();
	}

	/** No chat may have been asked for without a token. */
	function nothingSent(): void {
		const { requests } = session().hub.traffic;
		assert.deepEqual(
			requests.filter(({ path }) => path.includes('/chat/completions')),
			[],
		);
	}

	it('empty: said where the answer would have been and when tokens are checked; what comes back, works', async () => {
		const { workbench } = session();
		await keyring.empty();
		await reload();
		await workbench.tree('Tokens').expect('ada · fine-grained · used here');
		await runAgain();
		await results().expectState('failed');
		assert.equal(await problem().getByRole('heading').innerText(), 'The keyring has lost a token.');
		assert.deepEqual(await problem().getByRole('button').allInnerTexts(), [
			'Replace Token…',
			'About Keyrings',
		]);
		await workbench.screenshot('keyring empty');
		nothingSent();
		await workbench.tree('Tokens').pressTitle('Check Tokens');
		assert.equal(
			await workbench.notifications.expect('“vscode”'),
			'“vscode” cannot be read from the keyring: unlock it, or replace the token.',
		);
		await workbench.notifications.clear();
		await keyring.mend();
		await reload();
		await runAgain();
		await results().expectState('finished');
	});

	it('throwing: a token is kept for the window only if one wants that, the doctor says why, and none is lost', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, dialog, notifications, doctor } = workbench;
		const tokens = workbench.tree('Tokens');
		await keyring.refuse();
		await reload();
		await palette.run('Hugging Face: Give Token to Terminals…');
		await dialog.expect('Give “vscode” of ada to the terminals of this workspace?');
		await dialog.press('Turn That Off and Give Token');
		await notifications.expect('The keyring could not be used. The keyring is locked.');
		await notifications.clear();
		await palette.run('Hugging Face: Add Token…');
		await quickInput.expect('Paste a token');
		await quickInput.fill(hub.tokens.otherUser);
		await quickInput.accept();
		await quickInput.expect('A name to tell');
		await quickInput.accept();
		const question = await dialog.expect('The keyring could not be used.');
		assert.match(question, /The keyring is locked\. .*gone when the window closes or reloads\./s);
		await workbench.screenshot('keyring throwing');
		await dialog.press('Keep for This Window Only');
		await tokens.expect('bram · read · this window only · used here');
		await notifications.clear();
		await runAgain();
		await results().expectState('finished');
		assert.equal(
			hub.traffic.requests.filter(({ path }) => path.includes('/chat/completions')).at(-1)?.token,
			'otherUser',
		);
		await palette.run('Hugging Face: Diagnose');
		await doctor.expectSummary('Done:');
		assert.deepEqual(await doctor.findings('Keyring'), [
			'Problem: The keyring does not work.',
			'Note: Some tokens are kept for this window only.',
		]);
		await doctor.expectFinding(/^Tokens/, 'The value of “vscode” of ada cannot be read.');
		await doctor.scrollTo('Keyring');
		await workbench.screenshot('keyring throwing doctor');
		await workbench.closeEditors();
		await keyring.mend();
		await reload();
		await tokens.expectRows([['vscode ada · fine-grained · used here']]);
		await palette.run('Hugging Face: Open Results');
		await runAgain();
		await results().expectState('finished');
	});

	it('slow: a run does not wait for ever, and works as soon as it answers', async () => {
		const { workbench } = session();
		await keyring.hang();
		await reload();
		await runAgain();
		await results().expectState('failed');
		assert.equal(await problem().getByRole('heading').innerText(), 'The keyring could not be used.');
		assert.match(await problem().innerText(), /It did not answer within 10 seconds\./);
		await workbench.screenshot('keyring slow');
		nothingSent();
		await keyring.mend();
		await runAgain();
		await results().expectState('finished');
	});

	it('with a list that was damaged: what it held is offered, comes back when that is asked for, and is called as before', async () => {
		const { workbench } = session();
		const { notifications, dialog } = workbench;
		const tokens = workbench.tree('Tokens');
		await changeGlobalState(workbench.page, EXTENSION, state => {
			state[STATE] = { version: 2, entries: 'garbage' };
		});
		await reload();
		assert.equal(
			await notifications.expect('was damaged'),
			'The list of access tokens was damaged. The keyring has a token that is on no list here. It may also belong to another profile of the editor.',
		);
		assert.deepEqual(await notifications.buttons('was damaged'), ['Recover Tokens…', 'Leave in Keyring']);
		assert.match(await tokens.welcome(), /was damaged.*can be put back/s);
		for (const theme of ['light', 'highContrast', 'dark'] as const) {
			await workbench.setTheme(theme);
			await workbench.screenshot(`list of tokens lost ${theme}`);
		}
		// Whoever closes the message finds it in the view.
		await notifications.clear();
		await tokens.pressWelcome('Recover Tokens…');
		await dialog.expect('Recover a token from the keyring?');
		await dialog.press('Recover');
		assert.equal(await notifications.expect('works'), '“vscode” works for ada.');
		await notifications.clear();
		await tokens.expect('ada · fine-grained · used here');
		await runAgain();
		await results().expectState('finished');
	});

	it('with a damaged entry: the token keeps its name and is still the one in use', async () => {
		const { workbench } = session();
		const tokens = workbench.tree('Tokens');
		await changeGlobalState(workbench.page, EXTENSION, state => {
			const { entries } = state[STATE] as { entries: Record<string, { record?: { role?: unknown } }> };
			for (const { record } of Object.values(entries)) {
				delete record?.role;
			}
		});
		await reload();
		await tokens.expect('vscode');
		await workbench.screenshot('tokens with a damaged entry');
		await tokens.pressTitle('Check Tokens');
		assert.equal(await workbench.notifications.expect('works'), '“vscode” works for ada.');
		await workbench.notifications.clear();
		await tokens.expect('ada · fine-grained · used here');
		await runAgain();
		await results().expectState('finished');
	});

	it('with a list that is gone, as in a new profile: what is in the keyring is told of and recovered, after asking', async () => {
		const { workbench } = session();
		const { doctor, dialog, palette, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await changeGlobalState(workbench.page, EXTENSION, state => {
			delete state[STATE];
		});
		await reload();
		await tokens.waitGone('vscode');
		await palette.run('Hugging Face: Diagnose');
		await doctor.expectSummary('Done:');
		await doctor.expectFinding('Keyring', 'The keyring has a token that is on no list here.');
		await doctor.scrollTo('Keyring');
		await workbench.screenshot('tokens on no list');
		await doctor.press('Recover Tokens…', 'Keyring');
		await dialog.expect('Recover a token from the keyring?');
		await dialog.press('Recover');
		assert.equal(await notifications.expect('works'), '“vscode” works for ada.');
		await notifications.clear();
		await tokens.expect('ada · fine-grained · used here');
		await palette.run('Hugging Face: Recover Tokens…');
		await notifications.expect('Every token in the keyring is on the list.');
		await notifications.clear();
		await palette.run('View: Close Editor');
		await runAgain();
		await results().expectState('finished');
	});

	it('with a list of a newer version: it is used, and nothing of it is written over', async () => {
		const { workbench } = session();
		const { quickInput, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		let before: unknown;
		await changeGlobalState(workbench.page, EXTENSION, state => {
			before = { ...(state[STATE] as object), version: 99, more: 'than we know' };
			state[STATE] = before;
		});
		await reload();
		await tokens.expect('ada · fine-grained · used here');
		await (await tokens.contextMenu('vscode')).choose('Rename Token…');
		await quickInput.expect('Rename “vscode”');
		await quickInput.fill('other');
		await quickInput.accept();
		assert.match(
			await notifications.expect('The list of tokens could not be changed.'),
			/A newer version of this extension keeps your tokens\. Update the extension/,
		);
		await workbench.screenshot('tokens of a newer version');
		await notifications.clear();
		await runAgain();
		await results().expectState('finished');
		await reload();
		await changeGlobalState(workbench.page, EXTENSION, state => assert.deepEqual(state[STATE], before));
	});
});
