import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addToken } from './driver/addToken';
import { CommandLine } from './driver/commandLine';
import { eventually } from './driver/eventually';
import { useSession } from './driver/useSession';

const HOUR = 60 * 60;

describe('the command line’s tokens below XDG_CACHE_HOME', () => {
	const cli = new CommandLine('huggingface');
	before(() => cli.open());
	after(() => cli.close());
	const session = useSession({
		env: ({ tokens }) => ({
			HF_HOME: undefined,
			XDG_CACHE_HOME: cli.root,
			HF_TOKEN: ` "${tokens.write}" `,
			HUGGING_FACE_HUB_TOKEN: tokens.old,
		}),
	});

	afterEach('leave no question open', () => session().workbench.quickInput.leave());

	/** A sign-in as `hf auth login` keeps it: the command line renews it with the refresh token, and nobody else. */
	const signedIn = (value: string, expiresIn: number) =>
		[
			'[browser]',
			`hf_token = ${value}`,
			'refresh_token = of-the-command-line',
			`expires_at = ${Math.floor(Date.now() / 1000) + expiresIn}`,
			'',
		].join('\n');

	/** Loads everything anew, and waits until the Hub was sent just these tokens. */
	async function expectSent(row: string, ...tokens: readonly string[]): Promise<void> {
		const { workbench, hub } = session();
		hub.traffic.clear();
		await workbench.palette.run('Hugging Face: Refresh Views');
		await workbench.tree('Models').expect(row);
		// The row may be the one from before.
		await eventually(
			() => new Set(hub.traffic.requests.flatMap(({ token }) => token ?? [])),
			sent => assert.deepEqual([...sent], tokens),
		);
	}

	it('are found there, and a sign-in is said to be one', async () => {
		const { workbench, hub } = session();
		await mkdir(cli.home, { recursive: true });
		await writeFile(cli.stored, signedIn(hub.tokens.oauth, HOUR), { mode: 0o600 });
		await writeFile(cli.token, hub.tokens.oauth, { mode: 0o600 });
		await workbench.openContainer();
		const tokens = workbench.tree('Tokens');
		await tokens.expectRows([
			['HF_TOKEN environment · used here · read-only'],
			['HUGGING_FACE_HUB_TOKEN environment · read-only'],
			['browser command line · active there · sign-in · read-only'],
		]);
		await tokens.expectTooltip('browser', /by the hf command line, when it is used/);
		await workbench.page.mouse.move(0, 0);
	});

	it('are used where they are: read anew for each use, never renewed, and never written', async () => {
		const { workbench, hub } = session();
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('browser')).choose('Use in This Workspace');
		await tokens.expect('sign-in · used here');
		await expectSent('deepseek-ai/', 'oauth');
		// The command line has renewed it.
		const renewed = signedIn(hub.tokens.expiring, HOUR);
		await writeFile(cli.stored, renewed);
		await writeFile(cli.token, hub.tokens.expiring);
		await expectSent('deepseek-ai/', 'expiring');
		assert.equal(await readFile(cli.stored, 'utf8'), renewed);
		await writeFile(cli.stored, signedIn(hub.tokens.expiring, -1));
		await expectSent('The access token has expired.');
		await tokens.expect('sign-in · expired · used here');
		await workbench
			.tree('Models')
			.expectTooltip('The access token has expired.', /run “hf auth whoami” in a terminal/);
		await workbench.page.mouse.move(0, 0);
		await workbench.screenshot('sign-in of the command line has expired');
		assert.equal(
			hub.traffic.requests.some(({ path: asked }) => asked.startsWith('/oauth/')),
			false,
		);
		await writeFile(cli.stored, renewed);
		await expectSent('deepseek-ai/', 'expiring');
	});

	it('stay this workspace’s choice after a reload, which the status bar says', async () => {
		const { workbench } = session();
		await workbench.reload();
		await workbench.openContainer();
		await workbench.tree('Tokens').expect('sign-in · used here');
		await workbench.statusBar.expectTooltip(
			'browser',
			/Used here: “browser” of the hf command line, chosen for this workspace\./,
		);
		await workbench.page.mouse.move(0, 0);
	});

	it('leave those of the environment to be imported: checked, cleaned, and named', async () => {
		const { workbench } = session();
		const { palette, quickInput, notifications } = workbench;
		await palette.run('Hugging Face: Import Tokens…');
		await quickInput.option('HF_TOKEN').first().waitFor();
		assert.deepEqual(await quickInput.options(), ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN']);
		await workbench.screenshot('import from the environment');
		await quickInput.accept();
		assert.match(await notifications.expect('Imported'), /^Imported “ada-write” of ada, “laptop” of ada\./);
		await notifications.clear();
		await workbench
			.tree('Tokens')
			.expectRows([
				['ada-write ada · write'],
				['laptop ada · read · created 120 days ago'],
				['browser command line · active there · sign-in · used here · read-only'],
				['HF_TOKEN environment · read-only'],
				['HUGGING_FACE_HUB_TOKEN environment · read-only'],
			]);
	});
});

describe('the command line’s token at HF_TOKEN_PATH', () => {
	const cli = new CommandLine('kept/elsewhere');
	before(() => cli.open());
	after(() => cli.close());
	const session = useSession({ env: () => ({ HF_HOME: undefined, HF_TOKEN_PATH: cli.token }) });

	afterEach('leave no question open', () => session().workbench.quickInput.leave());

	const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

	it('is written there, with what is stored beside it, for the user alone', async () => {
		const { workbench, hub } = session();
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.read);
		await workbench.notifications.clear();
		await (await workbench.tree('Tokens').contextMenu('ada-read')).choose('Use in the Command Line…');
		const question = await workbench.dialog.expect('Let the hf command line use “ada-read” of ada?');
		assert.ok(question.includes(cli.token) && question.includes(cli.stored), question);
		await workbench.dialog.press('Write and Use It');
		await workbench.notifications.expect('The hf command line uses “ada-read” of ada now');
		await workbench.notifications.clear();
		assert.equal(await readFile(cli.token, 'utf8'), hub.tokens.read);
		assert.match(await readFile(cli.stored, 'utf8'), /^\[ada-read\]\nhf_token = /);
		assert.deepEqual(
			await Promise.all([cli.token, cli.stored, cli.home, path.dirname(cli.home)].map(modeOf)),
			['600', '600', '700', '700'],
		);
		await workbench.tree('Tokens').expect('command line · active there · read-only');
	});

	it('is not written while the command line is at work on it, which is said, and is then', async () => {
		const { workbench, hub } = session();
		const { notifications, dialog } = workbench;
		await addToken(workbench, hub.tokens.otherUser);
		await notifications.clear();
		const use = async () => {
			await (await workbench.tree('Tokens').contextMenu('bram-read')).choose('Use in the Command Line…');
			await dialog.expect('Let the hf command line use “bram-read” of bram?');
			await dialog.press('Write and Use It');
		};
		const other = spawn('flock', [`${cli.stored}.lock`, 'sh', '-c', 'echo held; exec cat']);
		const ended = once(other, 'exit');
		await once(other.stdout, 'data');
		await use();
		await notifications.expect('waiting for it to finish');
		await workbench.screenshot('waiting for the command line');
		const message = await notifications.expect('is at work on its tokens');
		assert.match(message, /Wait until it has finished, then try again\./);
		assert.equal(await readFile(cli.token, 'utf8'), hub.tokens.read);
		await notifications.clear();
		other.stdin.end();
		await ended;
		await use();
		await notifications.expect('The hf command line uses “bram-read” of bram now');
		await notifications.clear();
		assert.equal(await readFile(cli.token, 'utf8'), hub.tokens.otherUser);
		assert.ok((await readFile(cli.stored, 'utf8')).includes(hub.tokens.read));
	});

	it('is another one than terminals are given: those get none unless that is wanted', async () => {
		const { workbench, workspace } = session();
		await workbench.statusBar.expectTooltip(
			'ada',
			/Terminals: “bram-read” of the hf command line, which is another token/,
		);
		await workbench.page.mouse.move(0, 0);
		const given = path.join(workspace, 'given.txt');
		await workbench.terminal.run('printf %s "$HF_TOKEN" | wc -c > given.txt');
		await eventually(
			() => readFile(given, 'utf8').catch(() => ''),
			text => assert.equal(text.trim(), '0'),
		);
		await rm(given);
		await workbench.terminal.close();
	});
});
