import assert from 'node:assert/strict';
import { addToken } from './driver/addToken';
import { askForDataset } from './driver/askForDataset';
import { changeGlobalState } from './driver/changeGlobalState';
import { explainLines } from './driver/explainLines';
import { openedPage } from './driver/openedPage';
import { useSession } from './driver/useSession';

const EXTENSION = 'hf-workbench.hf-workbench';
const STATE = 'hfWorkbench.tokens';
const HOUR = 60 * 60 * 1000;

/** As much of the list of tokens as is changed here. */
interface StoredTokens {
	readonly entries: Record<
		string,
		{ changedAt: number; record?: { name: string; checkedAt: number; fineGrained?: { scoped: unknown } } }
	>;
}

describe('what tokens may do', () => {
	const session = useSession();

	before('a token that runs models, and one that writes for an organization', async () => {
		const { workbench, hub } = session();
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await workbench.notifications.clear();
		await addToken(workbench, hub.tokens.fineGrainedOrgWrite);
		await workbench.notifications.clear();
	});
	afterEach('leave no question open', async () => {
		await session().workbench.quickInput.leave();
		await session().workbench.notifications.clear();
	});

	async function createDataset(owner: 'ada' | 'acme', name: string): Promise<void> {
		session().hub.traffic.clear();
		await askForDataset(session().workbench, owner, name);
	}
	const made = () =>
		session()
			.hub.traffic.requests.filter(({ path }) => path === '/api/repos/create')
			.map(({ token }) => token);

	it('is said below them in words', async () => {
		const { workbench, hub } = session();
		const tokens = workbench.tree('Tokens');
		await tokens.expand('acme-writer', 'Can write to org acme');
		await tokens.expectRows([
			['vscode ada · fine-grained · used here'],
			[
				'acme-writer ada · fine-grained',
				[
					['Can read org acme'],
					['Can write to org acme'],
					['Can run inference'],
					['acme organization · can pay'],
					...[hub.origin, hub.routerOrigin].map((origin): [string] => [
						`${new URL(origin).host} allowed by a setting`,
					]),
				],
			],
		]);
		await workbench.screenshot('what a token may do');
		await tokens.collapse('acme-writer');
	});

	it('decides which one is taken: not the default, where another of the account has the permission', async () => {
		const { workbench } = session();
		await createDataset('acme', 'made-by-the-writer');
		await workbench.notifications.expect('Created acme/made-by-the-writer.');
		assert.deepEqual(made(), ['fineGrainedOrgWrite']);
	});

	it('is not enough where none has it: nothing is sent, and the page for just that opens', async () => {
		const { workbench } = session();
		await createDataset('ada', 'not-made');
		const said = 'The access token may not write to ada/not-made.';
		await workbench.notifications.expect(said);
		assert.deepEqual(made(), []);
		await workbench.screenshot('no token may write');
		const url = await openedPage(workbench, () =>
			workbench.notifications.press(said, 'Create Token on the Hub'),
		);
		assert.equal(
			url.search,
			'?ownUserPermissions=repo.content.read&ownUserPermissions=repo.write&tokenType=fineGrained',
		);
	});

	it('is checked for Jobs, with the page for a token that starts them', async () => {
		const { workbench } = session();
		const goal = 'What You Want to Do';
		await workbench.palette.run('Hugging Face: Diagnose');
		await workbench.doctor.expectSummary('Done:');
		await workbench.doctor.choose('Start Jobs');
		await workbench.doctor.expectFindings(goal, ['Problem: You cannot start Jobs.']);
		const url = await openedPage(workbench, () => workbench.doctor.press('Create Token on the Hub', goal));
		assert.equal(url.search, '?ownUserPermissions=job.write&tokenType=fineGrained');
		await workbench.closeEditors();
	});

	it('is asked of the Hub again, where a token is refused by what it said more than an hour ago', async () => {
		const { workbench, hub } = session();
		await changeGlobalState(workbench.page, EXTENSION, state => {
			const { entries } = state[STATE] as StoredTokens;
			for (const entry of Object.values(entries)) {
				if (entry.record?.fineGrained) {
					entry.record.checkedAt -= 2 * HOUR;
					entry.record.fineGrained.scoped = [];
				}
			}
		});
		await workbench.reload();
		await workbench.openContainer();
		await workbench.tree('Tokens').expand('vscode', 'Cannot run inference');
		hub.traffic.clear();
		await explainLines(workbench, 'finished');
		await workbench.tree('Tokens').expect('Can run inference');
		assert.equal(hub.traffic.requests.filter(({ path }) => path.includes('whoami')).length, 1);
		await workbench.tree('Tokens').collapse('vscode');
	});

	it('names the organizations that can pay, and offers no other one', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		await addToken(workbench, hub.tokens.orgAdmin);
		await workbench.notifications.clear();
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('bram-write')).choose('Use Token');
		await tokens.expand('bram-write', 'tulip');
		await tokens.expect(/acme\s*organization · can pay/);
		await palette.run('Hugging Face: Bill Runs To…');
		await quickInput.option('acme').waitFor();
		assert.deepEqual(await quickInput.options(), ['bram', 'acme']);
		assert.match(await quickInput.placeholder(), /tulip cannot pay\.$/);
		await workbench.screenshot('who can pay');
		await quickInput.cancel();
	});
});
