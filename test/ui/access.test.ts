import assert from 'node:assert/strict';
import { addToken } from './driver/addToken';
import { useSession } from './driver/useSession';

const ACCESS = 'Access to a Gated Repo';
const GRANTED = 'meta-llama/Llama-3.3-70B-Instruct';
const PENDING = 'meta-llama/Llama-3.1-8B-Instruct';
const OWN = 'acme/gated-support-chat';

describe('access to gated repos, as a person asks for it', () => {
	const session = useSession({ settings: { 'hfWorkbench.access.checkEvery': 0.1 } });

	before('a token of somebody who was let in to some', async () => {
		const { workbench, hub } = session();
		await addToken(workbench, hub.tokens.read);
		await workbench.notifications.clear();
		await workbench.openContainer();
	});
	afterEach('leave no question open', () => session().workbench.quickInput.leave());

	async function diagnose(): Promise<void> {
		const { palette, doctor } = session().workbench;
		await palette.run('Hugging Face: Diagnose');
		await doctor.expectSummary('Done:');
	}

	async function lookUp(repo: string, finding: string): Promise<void> {
		const { doctor } = session().workbench;
		await doctor.lookUp(repo);
		await doctor.expectFinding(ACCESS, finding);
	}

	it('is found on the doctor’s page, whatever the state, with the buttons for it', async () => {
		const { doctor } = session().workbench;
		await diagnose();
		for (const [repo, finding, buttons] of [
			[GRANTED, `You have access to ${GRANTED}.`, []],
			[
				'google/gemma-3-4b-it',
				'You have not been given access to google/gemma-3-4b-it yet.',
				['Request Access', 'Tell Me When Granted', 'Switch Token…'],
			],
			[
				'meta-llama/Llama-3.2-1B-Instruct',
				'Your request for meta-llama/Llama-3.2-1B-Instruct was rejected.',
				['Switch Token…', 'Open on the Hub'],
			],
			[
				'meta-llama/Llama-Guard-4-12B',
				'Your request for meta-llama/Llama-Guard-4-12B was reset.',
				['Request Access', 'Tell Me When Granted'],
			],
			['two words', '“two words” is no repo’s id.', ['Search Models…']],
		] as const) {
			await lookUp(repo, finding);
			assert.deepEqual(await doctor.remedies(ACCESS, finding), buttons, repo);
		}
	});

	it('is watched from there, and told of when it is granted', async () => {
		const { workbench, hub } = session();
		const { doctor, notifications, statusBar } = workbench;
		await diagnose();
		await lookUp(PENDING, `Your request for ${PENDING} is waiting.`);
		await doctor.scrollTo(ACCESS);
		await workbench.screenshot('doctor pending');
		await doctor.press('Tell Me When Granted', ACCESS);
		assert.match(await notifications.expect('You will be told here'), /is waiting/);
		await notifications.clear();
		assert.match(await statusBar.expect('1'), /Waiting for access to 1 repo/);
		await workbench.reload();
		hub.setAccess(PENDING, 'ada', 'accepted');
		assert.equal(
			await notifications.expect('You have access'),
			`You have access to ${PENDING}. Its authors let your account in, and the token in use reaches it.`,
		);
		await workbench.screenshot('access granted');
		await statusBar.waitGone('Waiting for access');
		await notifications.clear();
	});

	it('lets an owner answer who asks for access', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, notifications, statusBar } = workbench;
		await addToken(workbench, hub.tokens.orgAdmin);
		await notifications.press('Added', 'Use It Here');
		await statusBar.expect('bram');
		await notifications.clear();
		await palette.run('Hugging Face: Review Access Requests…');
		await quickInput.expect('A repo’s id');
		await quickInput.fill('not a repo');
		await quickInput.refusal('This is no repo’s id.');
		await quickInput.fill(OWN);
		await quickInput.accept();
		await quickInput.option('chiara').waitFor();
		await workbench.screenshot('access requests');
		await quickInput.pick('chiara');
		await quickInput.pick('Accept');
		assert.equal(await notifications.expect('has access'), `chiara has access to ${OWN} now.`);
		await quickInput.option(/chiara.*let in by bram/).waitFor();
		await quickInput.pressButton('Reject…', quickInput.option('chiara'));
		await quickInput.expect('Reject the Request of chiara');
		await quickInput.fill('Not this quarter');
		await quickInput.accept();
		// One who was rejected can still be let in.
		const rejected = quickInput.option('chiara').filter({ hasNotText: 'let in by' });
		await rejected.waitFor();
		await rejected.hover();
		await rejected.getByRole('button', { name: 'Accept' }).waitFor();
		await quickInput.leave();
		await notifications.clear();
		const sent = hub.traffic.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
		assert.deepEqual(sent, Array(2).fill(`/api/models/${OWN}/user-access-request/handle`));
		await palette.run('Hugging Face: Switch Token…');
		await quickInput.pick('ada-read');
		await statusBar.expect('ada');
	});

	it('checks the access to a model on its row, and says when all is well', async () => {
		const { workbench } = session();
		const { notifications } = workbench;
		const models = workbench.tree('Models');
		await models.expand('Trending', 'deepseek-ai/DeepSeek-R1');
		await (await models.contextMenu('deepseek-ai/DeepSeek-R1')).choose('Check Access…');
		assert.equal(
			await notifications.expect('has no gate'),
			'deepseek-ai/DeepSeek-R1 has no gate. Its files can be read.',
		);
		await notifications.clear();
	});

	const STATES = [
		['meta-llama/Llama-3.3-70B-Instruct', 'You have access to', ['Open on the Hub']],
		[
			'google/gemma-3-4b-it',
			'You have not been given access',
			['Request Access', 'Tell Me When Granted', 'Switch Token…'],
		],
		['meta-llama/Llama-3.2-1B-Instruct', 'was rejected', ['Switch Token…', 'Open on the Hub']],
		['meta-llama/Llama-Guard-4-12B', 'was reset', ['Request Access', 'Tell Me When Granted']],
	] as const;

	for (const [repo, sentence, buttons] of STATES) {
		it(`knows the state of ${repo}, and has the button for it`, async () => {
			const { palette, quickInput, notifications } = session().workbench;
			await palette.run('Hugging Face: Check Access…');
			await quickInput.expect('A repo’s id');
			await quickInput.fill(repo);
			await quickInput.accept();
			await notifications.expect(sentence);
			if (sentence !== 'You have access to') {
				assert.deepEqual(await notifications.buttons(sentence), buttons);
			}
			await notifications.clear();
		});
	}

	it('tells a token that does not reach gated repos from a user who is not let in', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, notifications, statusBar, dialog, doctor } = workbench;
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await notifications.press('Added', 'Use It Here');
		await statusBar.expect('ada');
		await notifications.clear();
		const tokens = workbench.tree('Tokens');
		await tokens.expect('fine-grained · used here');
		// As long as there is another token of the account that reaches them, that one is taken.
		await (await tokens.contextMenu('ada-read')).choose('Remove Token…');
		await dialog.expect('Remove “ada-read” of ada?');
		await dialog.press('Remove');
		await tokens.waitGone('ada-read');
		await notifications.clear();
		await palette.run('Hugging Face: Check Access…');
		await quickInput.expect('A repo’s id');
		await quickInput.fill('meta-llama/Llama-3.3-70B-Instruct');
		await quickInput.accept();
		await notifications.expect('The token in use does not reach');
		await workbench.screenshot('access scope');
		await notifications.clear();
		await diagnose();
		await lookUp(GRANTED, `The token in use does not reach ${GRANTED}.`);
		assert.deepEqual(await doctor.remedies(ACCESS, 'does not reach'), [
			'Create Token on the Hub',
			'Switch Token…',
			'Open on the Hub',
		]);
	});
});
