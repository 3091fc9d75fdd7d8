import assert from 'node:assert/strict';
import { addToken } from './driver/addToken';
import { CommandLine } from './driver/commandLine';
import { explainLines } from './driver/explainLines';
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

	it('is replaced itself, if it is in the vault, and no other one is asked about', async () => {
		const { workbench, hub } = session();
		const { results, quickInput, notifications } = workbench;
		hub.faults.always({ path: /whoami|chat\/completions/ }, { kind: 'status', name: 'unauthorized' });
		const { said, offers } = await problem();
		assert.match(said, /“vscode” is unknown to the Hub/);
		assert.deepEqual(offers, ['Replace Token…', 'Switch Token…']);
		hub.faults.clear();
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
