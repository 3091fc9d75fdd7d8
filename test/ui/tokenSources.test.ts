import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestTokens } from '../hub/testTokens';
import { addToken } from './driver/addToken';
import { CommandLine } from './driver/commandLine';
import { useSession } from './driver/useSession';

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
	for (;;) {
		const found = await look();
		if (found !== undefined) {
			return found;
		}
		await new Promise(resolve => setTimeout(resolve, 50));
	}
}

describe('tokens of elsewhere, as a person comes to them', () => {
	const cli = new CommandLine();
	before(() => cli.open());
	after(() => cli.close());
	const session = useSession({ env: () => ({ HF_HOME: cli.home }) });
	const tokensOf = (): TestTokens => session().hub.tokens;

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.faults.clear();
		await workbench.quickInput.leave();
	});

	it('are shown where they are as soon as the command line has them, and used by reference', async () => {
		const { workbench } = session();
		await workbench.openContainer();
		const write = () => cli.write(tokensOf().read, { laptop: tokensOf().read, work: tokensOf().otherUser });
		await write();
		const tokens = workbench.tree('Tokens');
		await tokens.expect('laptop');
		// The view may have read them before the editor began to watch the folder, which then told nobody else.
		await write();
		await tokens.expectRows([
			['laptop command line · active there · used here · read-only'],
			['work command line · read-only'],
		]);
		await workbench.statusBar.expect('laptop');
		await workbench.screenshot('tokens of the command line');
		await tokens.expectTooltip('laptop', /no token of yours is the default and HF_TOKEN is not set/);
		await workbench.page.mouse.move(0, 0);
	});

	it('are this workspace’s choice by their row and by the list, and follow the command line', async () => {
		const { workbench } = session();
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('work')).choose('Use in This Workspace');
		await workbench.statusBar.expect('work');
		await tokens.expect('command line · used here · read-only');
		await workbench.statusBar.expectTooltip(
			'work',
			/Used here: “work” of the hf command line, chosen for this workspace\./,
		);
		await workbench.screenshot('another token in terminals');
		// The command line uses another one: that is flagged.
		await workbench.statusBar.expectSpoken('work', /terminals or notebooks use another token/);
		await workbench.palette.run('Hugging Face: Switch Token…');
		await workbench.quickInput.option('“laptop” of the hf command line').waitFor();
		await workbench.screenshot('switch to a token of elsewhere');
		await workbench.quickInput.pick('“laptop” of the hf command line');
		await workbench.statusBar.expect('laptop');
		// `hf auth switch` in a terminal.
		await cli.write(tokensOf().otherUser, { laptop: tokensOf().read, work: tokensOf().otherUser });
		await workbench.tree('Tokens').expect('work');
		await workbench.statusBar.expect('work');
		await workbench.palette.run('Hugging Face: Switch Token…');
		await workbench.quickInput.pick('Use the Default Again');
	});

	it('say it when the command line’s list is damaged', async () => {
		const { workbench } = session();
		await writeFile(cli.stored, 'nonsense\n');
		const tokens = workbench.tree('Tokens');
		await tokens.expect('command line · damaged');
		await tokens.expectTooltip('damaged', /Parts of it could not be understood/);
		await workbench.screenshot('damaged tokens');
		await cli.write(tokensOf().read, { laptop: tokensOf().read, gone: tokensOf().revoked });
		await tokens.waitGone('damaged');
	});

	it('are all asked about by the doctor, also those that the command line does not use', async () => {
		const { workbench } = session();
		const { palette, doctor } = workbench;
		await palette.run('Hugging Face: Diagnose');
		await doctor.expectSummary('Done:');
		assert.deepEqual(await doctor.findings(/^Tokens/), [
			'Good: The Hub takes “laptop” of the hf command line.',
			'Note: The Hub refuses “gone” of the hf command line.',
		]);
		await doctor.scrollTo(/^Tokens/);
		await workbench.screenshot('doctor tokens of the command line');
		await workbench.closeEditors();
		await cli.write(tokensOf().read, { laptop: tokensOf().read });
		await workbench.tree('Tokens').waitGone('gone');
	});

	it('are imported from .env files after the Hub has checked them, and only what is good', async () => {
		const { workbench, workspace } = session();
		const { palette, quickInput, notifications } = workbench;
		const { fineGrainedInference, revoked } = tokensOf();
		const envFile = path.join(workspace, '.env');
		const other = path.join(workspace, 'notes', 'old.env');
		await writeFile(envFile, `OTHER=1\nexport HF_TOKEN="${fineGrainedInference}" # mine\n`);
		await writeFile(other, `HUGGING_FACE_HUB_TOKEN=${revoked}\n`);
		try {
			await palette.run('Hugging Face: Import Tokens…');
			await quickInput.option('.env').first().waitFor();
			assert.deepEqual(await quickInput.options(), ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN']);
			await workbench.screenshot('import tokens');
			await quickInput.accept();
			const message = await notifications.expect('Imported');
			assert.match(
				message,
				/^Imported “vscode” of ada\. HUGGING_FACE_HUB_TOKEN of notes\/old\.env was not imported\./,
			);
			assert.match(message, /The value is still in \.env: delete it there/);
			await workbench.screenshot('tokens imported');
			await notifications.clear();
			await workbench.tree('Tokens').expect('ada · fine-grained · used here');
			// A kernel would use the very token of the file.
			await workbench.statusBar.expect('ada');
			await palette.run('Hugging Face: Import Tokens…');
			await quickInput.option('notes/old.env').first().waitFor();
			assert.deepEqual(await quickInput.options(), ['HUGGING_FACE_HUB_TOKEN']);
			await quickInput.cancel();
		} finally {
			await rm(envFile);
			await rm(other);
		}
		await palette.run('Hugging Face: Import Tokens…');
		assert.match(
			await notifications.expect('There is no token to import'),
			/Those of the hf command line are in the Tokens view already/,
		);
		await notifications.clear();
	});

	it('let the command line use one of ours, after asking, with its modes and its own tokens kept', async () => {
		const { workbench } = session();
		const { dialog, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('vscode')).choose('Use in the Command Line…');
		const question = await dialog.expect('Let the hf command line use “vscode” of ada?');
		assert.ok(question.includes(cli.token), question);
		await workbench.screenshot('use in the command line');
		await dialog.press('Write and Use It');
		assert.equal(
			await notifications.expect('The hf command line uses'),
			'The hf command line uses “vscode” of ada now, as “vscode”.',
		);
		await notifications.clear();
		assert.equal(await readFile(cli.token, 'utf8'), tokensOf().fineGrainedInference);
		const stored = await readFile(cli.stored, 'utf8');
		assert.ok(stored.includes('[laptop]') && stored.includes('[vscode]'));
		assert.equal((await stat(cli.token)).mode & 0o777, 0o600);
		await tokens.expect('command line · active there');
		await workbench.statusBar.expectTooltip(
			'ada',
			/Terminals: “vscode” of the hf command line, the same token/,
		);
	});

	it('are given to terminals only after asking, never written to disk, and taken away again', async () => {
		const { workbench, workspace } = session();
		const { palette, dialog, notifications } = workbench;
		// Another token of the account sees more, and is taken for reading; terminals get the one that the question names.
		await addToken(workbench, tokensOf().read);
		await notifications.clear();
		await palette.run('Hugging Face: Give Token to Terminals…');
		const question = await dialog.expect('Give “vscode” of ada to the terminals of this workspace?');
		assert.match(question, /VS Code saves what its terminals were started with/);
		await workbench.screenshot('give token to terminals');
		await dialog.press('Turn That Off and Give Token');
		await notifications.expect('is given to new terminals');
		await notifications.clear();
		await workbench.statusBar.expectTooltip('ada', /Terminals: this token, which they are given/);
		const given = path.join(workspace, 'given.txt');
		const readGiven = async () => (await readFile(given, 'utf8').catch(() => '')).trim() || undefined;
		await workbench.terminal.run('printf %s "$HF_TOKEN" | sha256sum > given.txt');
		const digest = createHash('sha256').update(tokensOf().fineGrainedInference).digest('hex');
		assert.equal((await until(readGiven)).split(' ')[0], digest);
		await workbench.screenshot('terminal with the token');
		// What a closing window saves is searched for the token when the session ends.
		await session().restart();
		const { workbench: next } = session();
		await next.openContainer();
		await next.statusBar.expect('ada');
		await next.palette.run('Hugging Face: Stop Giving Token to Terminals');
		await rm(given);
		await next.terminal.run('printf %s "$HF_TOKEN" | wc -c > given.txt');
		assert.equal(Number(await until(readGiven)), 0);
		await next.terminal.close();
	});

	it('sign a notebook in by a cell that has no token in it', async () => {
		const { workbench, workspace } = session();
		const notebook = path.join(workspace, 'sign in.ipynb');
		await writeFile(notebook, JSON.stringify({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 }));
		await workbench.editor.openNotebook('sign in.ipynb');
		await workbench.palette.run('Hugging Face: Insert Token Snippet into Notebook');
		assert.match(
			await workbench.notifications.expect('Inserted a cell that signs in.'),
			/A kernel that is started here uses “vscode” of the hf command line, the same token\./,
		);
		await workbench.screenshot('notebook snippet');
		await workbench.palette.run('File: Save');
		const text = await until(async () => {
			const saved = await readFile(notebook, 'utf8');
			return saved.includes('getpass') ? saved : undefined;
		});
		assert.ok(!text.includes(tokensOf().fineGrainedInference));
		await workbench.notifications.clear();
	});
});
