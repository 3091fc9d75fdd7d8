import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { addToken } from './driver/addToken';
import { openedPage } from './driver/openedPage';
import { useSession } from './driver/useSession';

const CLIPBOARD_SECONDS = 15;
/** Past the end of what a token may be in the clipboard. */
const PAST_CLIPBOARD_MS = (CLIPBOARD_SECONDS + 3) * 1000;

/** What the user picks, by what is said of it, and what the Hub’s page is filled in with. */
const PURPOSES = [
	['May call Inference Providers in your name', 'ownUserPermissions=inference.serverless.write'],
	['May call Inference Providers in the name of acme', 'orgs=acme&orgPermissions=inference.serverless.write'],
	['May read your repos, and the gated ones', 'ownUserPermissions=repo.content.read&canReadGatedRepos=true'],
	[
		'May read, create, change and delete your repos',
		'ownUserPermissions=repo.content.read&ownUserPermissions=repo.write',
	],
	['May start Jobs in your name, which cost money', 'ownUserPermissions=job.write'],
] as const;

const CLASSIC_ROLES = [
	['Reads all that your account can, in all organizations', 'read'],
	['May do almost all that you may, in all organizations: also delete repos', 'write'],
] as const;

describe('the life of a token, by the command palette alone', () => {
	const session = useSession({ settings: { 'hfWorkbench.tokens.clipboardSeconds': CLIPBOARD_SECONDS } });

	before('the views', () => session().workbench.openContainer());
	afterEach('leave no question open', () => session().workbench.quickInput.leave());

	/** Runs a command that asks which token it is for, and names one. */
	async function run(title: string, token: string): Promise<void> {
		const { palette, quickInput } = session().workbench;
		await palette.run(`Hugging Face: ${title}…`);
		await quickInput.expect(title);
		await quickInput.pick(token);
	}

	for (const title of ['Rename', 'Replace', 'Remove', 'Copy']) {
		it(`leads to a first one where there is none to ${title.toLowerCase()}`, async () => {
			const { palette, notifications, quickInput } = session().workbench;
			await palette.run(`Hugging Face: ${title} Token…`);
			await notifications.press('There is no access token yet.', 'Add Token…');
			await quickInput.expect('Paste a token');
		});
	}

	for (const [detail, query] of PURPOSES) {
		it(`begins on the Hub’s page, filled in for one that: ${detail}`, async () => {
			const { workbench, hub } = session();
			if ((await workbench.tree('Tokens').rows()).length === 0) {
				await addToken(workbench, hub.tokens.fineGrainedInference);
				await workbench.notifications.clear();
			}
			const url = await create(detail);
			assert.equal(url.search, `?${query}&tokenType=fineGrained`);
			assert.ok(url.href.includes(new URL(hub.origin).port), url.href);
		});
	}

	for (const [detail, role] of CLASSIC_ROLES) {
		it(`begins on the page for a classic role, which is explained: ${detail}`, async () => {
			assert.equal((await create(detail)).search, `?tokenType=${role}`);
		});
	}

	async function create(detail: string): Promise<URL> {
		const { workbench } = session();
		await workbench.palette.run('Hugging Face: Create Token on the Hub…');
		const url = await openedPage(workbench, () => workbench.quickInput.pick(detail));
		await workbench.notifications.expect('copy it, and add it here');
		await workbench.notifications.clear();
		return url;
	}

	it('is given another name', async () => {
		const { workbench, hub } = session();
		const { quickInput } = workbench;
		await addToken(workbench, hub.tokens.otherUser);
		await workbench.notifications.clear();
		await run('Rename Token', 'bram-read');
		await quickInput.expect('Rename “bram-read”');
		await quickInput.submit('Reading');
		await workbench
			.tree('Tokens')
			.expectRows([['vscode ada · fine-grained · used here'], ['Reading bram · read']]);
	});

	it('goes on with a new value of the same user, under the same name', async () => {
		const { workbench, hub } = session();
		const { quickInput, notifications } = workbench;
		await run('Replace Token', 'Reading');
		await quickInput.expect('Paste the new token');
		assert.equal(await quickInput.title(), 'Replace “Reading” of bram');
		await quickInput.submit(hub.tokens.orgAdmin);
		await notifications.expect('Replaced “Reading” of bram (write');
		await notifications.clear();
		await workbench
			.tree('Tokens')
			.expectRows([['vscode ada · fine-grained · used here'], ['Reading bram · write']]);
	});

	it('is checked with all others', async () => {
		const { workbench, hub } = session();
		const { palette, notifications } = workbench;
		hub.traffic.clear();
		await palette.run('Hugging Face: Check Tokens');
		assert.equal(await notifications.expect('tokens work'), 'All 2 tokens work.');
		await notifications.clear();
		assert.deepEqual(
			hub.traffic.requests.filter(({ path }) => path.includes('whoami')).map(({ token }) => token),
			['fineGrainedInference', 'orgAdmin'],
		);
	});

	it('is not copied when the question is answered with no', async () => {
		const { workbench } = session();
		await workbench.copy('something of mine');
		await run('Copy Token', 'Reading');
		await workbench.dialog.expect('Copy the value of “Reading” of bram?');
		await workbench.dialog.press('Cancel');
		assert.equal(await workbench.clipboard(), 'something of mine');
		assert.deepEqual(await workbench.notifications.texts(), []);
	});

	it('goes from the clipboard by itself, where it is still there', async () => {
		await copy();
		await session().workbench.expectClipboard('');
	});

	it('takes nothing from the clipboard that was copied after it', async () => {
		const { workbench } = session();
		await copy();
		await workbench.copy('something of mine');
		await setTimeout(PAST_CLIPBOARD_MS);
		assert.equal(await workbench.clipboard(), 'something of mine');
	});

	async function copy(): Promise<void> {
		const { workbench, hub } = session();
		await workbench.notifications.clear();
		await run('Copy Token', 'Reading');
		await workbench.dialog.press('Copy');
		await workbench.notifications.expect('is in the clipboard');
		assert.equal(await workbench.clipboard(), hub.tokens.orgAdmin);
	}

	it('is not revoked, nor asked about, without its name', async () => {
		const { workbench, hub } = session();
		const { quickInput } = workbench;
		const rows = await workbench.tree('Tokens').rows();
		hub.traffic.clear();
		await run('Revoke Leaked Token', 'Reading');
		await quickInput.expect('It stops working everywhere at once');
		for (const typed of ['reading', 'Reading2', 'revoke']) {
			await quickInput.submit(typed);
			await quickInput.refusal('Type “Reading” to revoke it.');
		}
		await quickInput.submit('');
		await quickInput.waitClosed();
		assert.deepEqual(hub.traffic.requests, []);
		await workbench.tree('Tokens').expectRows(rows);
		assert.deepEqual(await workbench.notifications.texts(), []);
	});

	it('ends after asking, and not without, with the page where it is deleted on the Hub', async () => {
		const { workbench } = session();
		const { dialog, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await run('Remove Token', 'Reading');
		await dialog.expect('Remove “Reading” of bram?');
		await dialog.press('Cancel');
		await tokens.expect('Reading');
		await run('Remove Token', 'Reading');
		await dialog.expect('Remove “Reading” of bram?');
		await dialog.press('Remove');
		await tokens.expectRows([['vscode ada · fine-grained · used here']]);
		await openedPage(
			workbench,
			() => notifications.press('Removed “Reading”', 'Delete It on the Hub'),
			'/settings/tokens',
		);
		await notifications.clear();
	});
});

describe('a token in the clipboard, where nothing is set', () => {
	const session = useSession();

	it('may be there for a minute, and goes at once by a button', async () => {
		const { workbench, hub } = session();
		const { palette, dialog, notifications } = workbench;
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await notifications.clear();
		await palette.run('Hugging Face: Copy Token…');
		await workbench.quickInput.pick('vscode');
		await dialog.expect('It is cleared after 60 seconds if it still holds the token.');
		await dialog.press('Copy');
		await notifications.expect('for 60 seconds at most');
		assert.equal(await workbench.clipboard(), hub.tokens.fineGrainedInference);
		await notifications.press('for 60 seconds at most', 'Clear Clipboard');
		await workbench.expectClipboard('');
	});
});
