import assert from 'node:assert/strict';
import { addToken } from './driver/addToken';
import { CommandLine } from './driver/commandLine';
import { eventually } from './driver/eventually';
import { explainLines } from './driver/explainLines';
import { Keyring } from './driver/keyring';
import { openedPage } from './driver/openedPage';
import { RepoPage } from './driver/repoPage';
import { askForDataset } from './driver/askForDataset';
import { showModel } from './driver/showModel';
import { useSession } from './driver/useSession';

const REFUSED = 'The Hub refuses the access token.';

describe('a token that the Hub refuses, where good ones are in the vault', () => {
	const cli = new CommandLine();
	before(() => cli.open());
	after(() => cli.close());
	const session = useSession({
		env: ({ tokens }) => ({ HF_TOKEN: tokens.revoked, HF_HOME: cli.home }),
	});

	before('two good tokens, and a model to run', async () => {
		const { workbench, hub } = session();
		await cli.write(hub.tokens.revoked, { work: hub.tokens.revoked });
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await workbench.notifications.clear();
		await addToken(workbench, hub.tokens.otherUser);
		await workbench.notifications.clear();
		await explainLines(workbench, 'finished');
	});
	afterEach('leave no question open', async () => {
		session().hub.faults.clear();
		await session().workbench.quickInput.leave();
	});

	async function use(token: string): Promise<void> {
		const { palette, quickInput } = session().workbench;
		await palette.run('Hugging Face: Switch Token…');
		await quickInput.pick(token);
		await quickInput.waitClosed();
	}

	/** What is said of a run that failed, and what is offered. */
	async function problem(): Promise<{ readonly said: string; readonly offers: readonly string[] }> {
		const { workbench } = session();
		await explainLines(workbench, 'failed');
		const note = workbench.results.problem();
		assert.equal(await note.getByRole('heading').innerText(), REFUSED);
		return { said: await note.innerText(), offers: await note.getByRole('button').allInnerTexts() };
	}

	it('is changed where it is set, if that is the environment, and replaces none of them', async () => {
		const { workbench } = session();
		const { results, quickInput } = workbench;
		await use('HF_TOKEN of the environment');
		const { said, offers } = await problem();
		assert.match(said, /HF_TOKEN of the environment is unknown to the Hub: .* start the editor anew/);
		assert.deepEqual(offers, ['Switch Token…', 'Add Token…']);
		const models = workbench.tree('Models');
		await models.expect(/refuses the access token\.\s*Switch Token…/);
		await workbench.screenshot('refused token of the environment');
		await results.press('Switch Token…', results.problem());
		await quickInput.pick('vscode');
		await quickInput.waitClosed();
		await models.expect('deepseek-ai/');
		await explainLines(workbench, 'finished');
	});

	it('is signed in anew with the command line, if that keeps it', async () => {
		const { workbench } = session();
		await use('“work” of the hf command line');
		const { said, offers } = await problem();
		assert.match(said, /The token of the hf command line is unknown .*Run “hf auth login” in a terminal/);
		assert.deepEqual(offers, ['Switch Token…', 'Add Token…']);
		await workbench.screenshot('refused token of the command line');
		await use('vscode');
		await workbench.tree('Models').expect('deepseek-ai/');
	});

	it('is replaced itself, if it is in the vault and was deleted on the Hub meanwhile, and no other one is asked about', async () => {
		const { workbench, hub } = session();
		const { results, quickInput, notifications } = workbench;
		await fetch(`${hub.origin}/api/credentials/revoke`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ credentials: [hub.tokens.fineGrainedInference] }),
		});
		const { said, offers } = await problem();
		assert.match(said, /“vscode” is unknown to the Hub/);
		assert.deepEqual(offers, ['Replace Token…', 'Switch Token…']);
		await workbench.tree('Tokens').expect('ada · fine-grained · refused by the Hub · used here');
		await results.press('Replace Token…', results.problem());
		await quickInput.expect('Paste the new token');
		assert.equal(await quickInput.title(), 'Replace “vscode” of ada');
		await workbench.screenshot('replace the refused token');
		await quickInput.fill(hub.tokens.read);
		await quickInput.accept();
		await notifications.expect('Replaced “vscode” of ada');
		await workbench.tree('Tokens').expect('ada · read · used here');
		await explainLines(workbench, 'finished');
	});
});

describe('a permission that the Hub misses, for an organization', () => {
	/** A token of which nothing is known here: what it lacks, only the Hub says. */
	const session = useSession({ env: ({ tokens }) => ({ HF_TOKEN: tokens.read }) });
	const page = () => new RepoPage(session().workbench.page);
	const PRIVATE = 'acme/ticket-triage';

	before(() => session().workbench.openContainer());
	afterEach('leave no question open', async () => {
		session().hub.faults.clear();
		await session().workbench.quickInput.leave();
	});

	it('opens the page for a token of that organization’s, though nothing is known of the one in use', async () => {
		const { workbench } = session();
		const { notifications } = workbench;
		await askForDataset(workbench, 'acme', 'not-made');
		const said = 'The access token may not write to acme/not-made.';
		await notifications.expect(said);
		assert.deepEqual(await notifications.buttons(said), ['Create Token on the Hub', 'Switch Token…']);
		await workbench.screenshot('may not write for an organization');
		const url = await openedPage(workbench, () => notifications.press(said, 'Create Token on the Hub'));
		assert.equal(
			url.search,
			'?orgs=acme&orgPermissions=repo.content.read&orgPermissions=repo.write&tokenType=fineGrained',
		);
		await notifications.clear();
	});

	it('is named where a repo is not found that may be private, and the token for it is taken', async () => {
		const { workbench, hub } = session();
		const { quickInput, notifications } = workbench;
		await showModel(session().workbench, PRIVATE);
		await workbench.closeEditors();
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await notifications.clear();
		const models = await workbench.treeAlone('Models');
		await models.expand('Recent', PRIVATE);
		await models.expect(new RegExp(`${PRIVATE}\\s*${PRIVATE} was not found\\.`));
		await models.click(PRIVATE);
		await page().expect(`${PRIVATE} was not found.`);
		await page().expect('the access token may not read private repos of acme');
		await workbench.screenshot('private repo of an organization');
		const url = await openedPage(workbench, () => page().press('Create Token on the Hub'));
		assert.equal(url.search, '?orgs=acme&orgPermissions=repo.content.read&tokenType=fineGrained');
		await notifications.press('Create the token on the Hub’s page', 'Add Token…');
		await quickInput.expect('Paste a token');
		await quickInput.fill(hub.tokens.fineGrainedOrg);
		await quickInput.accept();
		await quickInput.expect('A name to tell');
		await quickInput.accept();
		await notifications.expect('Added');
		await notifications.clear();
		hub.traffic.clear();
		await page().press('Try Again');
		await eventually(
			() => page().tabs(),
			tabs => assert.ok(tabs.includes('Files')),
		);
		const asked = hub.traffic.requests.filter(({ path }) => path.includes(PRIVATE));
		assert.deepEqual([...new Set(asked.map(({ token }) => token))], ['fineGrainedOrg']);
		await workbench.closeEditors();
	});

	it('is no permission where the organization has not approved the token, or has revoked it', async () => {
		const { workbench, hub } = session();
		for (const [name, said] of [
			['tokenUnapproved', 'acme has not approved this access token.'],
			['tokenRevokedByOrganization', 'acme has revoked this access token.'],
		] as const) {
			hub.faults.always({ path: /\/api\/models\/acme\// }, { kind: 'status', name });
			await workbench.tree('Models').click(PRIVATE);
			await page().expect(said);
			await workbench.screenshot(said);
			await page().press('Open Tokens on the Hub');
			await workbench.dialog.expect('huggingface.co/settings/tokens');
			await workbench.dialog.press('Cancel');
			hub.faults.clear();
			await workbench.closeEditors();
		}
	});
});

describe('a permission that a token is known to lack', () => {
	const session = useSession({ settings: { 'hfWorkbench.inference.billTo': 'acme' } });

	before('a token that runs models for its user only', async () => {
		const { workbench, hub } = session();
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await workbench.notifications.clear();
	});

	it('is asked about again at the press of a button, since it may have been given meanwhile', async () => {
		const { workbench, hub } = session();
		const { results, notifications } = workbench;
		await explainLines(workbench, 'failed');
		const note = results.problem();
		assert.equal(
			await note.getByRole('heading').innerText(),
			'The access token may not call Inference Providers for acme.',
		);
		assert.deepEqual(await note.getByRole('button').allInnerTexts(), [
			'Create Token on the Hub',
			'Switch Token…',
			'Check Token',
		]);
		await workbench.screenshot('check the token that lacks a permission');
		const asked = () => hub.traffic.requests.filter(({ path }) => path.includes('whoami')).length;
		const before = asked();
		await results.press('Check Token', note);
		await notifications.expect('“vscode” works');
		assert.equal(asked(), before + 1);
		await notifications.clear();
	});
});

describe('a token that is replaced while the keyring fails', () => {
	// A keyring that does not answer is waited for, three times ten seconds.
	const session = useSession({ stepTimeoutMs: 60_000 });
	let keyring: Keyring;

	before('a token in a keyring that can be made to fail', async function () {
		const { workbench, hub } = session();
		// A desktop's keyring is the system's, and cannot be made to fail.
		if (!workbench.page.url().startsWith('http')) {
			this.skip();
		}
		keyring = new Keyring(workbench.page);
		await keyring.prepare();
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await workbench.notifications.clear();
		await explainLines(workbench, 'finished');
	});
	afterEach('leave no question open', () => session().workbench.quickInput.leave());

	/** Goes as far as the question what is to become of the new value. */
	async function replace(value: string): Promise<string> {
		const { workbench } = session();
		const { quickInput, dialog } = workbench;
		await (await workbench.tree('Tokens').contextMenu('vscode')).choose('Replace Token…');
		await quickInput.expect('Paste the new token');
		await quickInput.fill(value);
		await quickInput.accept();
		return dialog.expect('The keyring could not be used.');
	}

	async function reload(): Promise<void> {
		await session().workbench.reload();
		await session().workbench.openContainer();
	}

	it('is kept as it was, and what was pasted can be kept in the window', async () => {
		const { workbench, hub } = session();
		const { dialog, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await keyring.refuse();
		await reload();
		const question = await replace(hub.tokens.read);
		assert.match(question, /The keyring is locked\. .* “vscode” is as it was\./s);
		await workbench.screenshot('replace with a locked keyring');
		await dialog.press('Try Again');
		await dialog.expect('The keyring could not be used.');
		await dialog.press('Keep for This Window Only');
		assert.equal(
			await notifications.expect('for this window only'),
			'The new token is kept for this window only, as “vscode 2”. “vscode” is as it was: replace it once the keyring works.',
		);
		await tokens.expect('ada · read · this window only · used here');
		await workbench.screenshot('kept while the keyring is locked');
		await notifications.clear();
		hub.traffic.clear();
		await explainLines(workbench, 'finished');
		const chats = hub.traffic.requests.filter(({ path }) => path.includes('/chat/completions'));
		assert.deepEqual(
			chats.map(({ token }) => token),
			['read'],
		);
		await keyring.mend();
		await reload();
		await tokens.expect('ada · fine-grained · used here');
		await explainLines(workbench, 'finished');
	});

	it('is replaced as soon as the keyring answers, without being pasted again', async () => {
		const { workbench, hub } = session();
		const { dialog, notifications } = workbench;
		await keyring.hang();
		await reload();
		await replace(hub.tokens.read);
		await keyring.mend();
		await dialog.press('Try Again');
		await notifications.expect('Replaced “vscode” of ada');
		await workbench.tree('Tokens').expect('ada · read · used here');
		await explainLines(workbench, 'finished');
	});
});
