import assert from 'node:assert/strict';
import { addToken } from './driver/addToken';
import { findViolations } from './driver/findViolations';
import { THEMES, type Theme } from './driver/themes';
import { useSession } from './driver/useSession';

const PENDING = 'meta-llama/Llama-3.1-8B-Instruct';
const OWN = 'acme/gated-support-chat';

describe('the doctor, as a person is helped by it', () => {
	// A token that was deleted on the Hub, with the quotes that a shell script left around it.
	const session = useSession({
		env: ({ tokens }) => ({ HF_TOKEN: ` "${tokens.revoked}"` }),
		settings: { 'hfWorkbench.access.checkEvery': 0.1 },
	});

	afterEach('mend everything', async () => {
		session().hub.faults.clear();
		await session().workbench.quickInput.leave();
	});

	it('asks nobody anything before it is asked', async () => {
		const { workbench, hub } = session();
		await workbench.openContainer();
		await workbench.tree('Tokens').expect('HF_TOKEN');
		assert.deepEqual(
			hub.traffic.requests.filter(({ path }) => path.startsWith('/api/whoami')),
			[],
		);
	});

	it('finds what is wrong with a token of the environment, and what is right', async () => {
		const { workbench } = session();
		const { palette, doctor } = workbench;
		await palette.run('Hugging Face: Diagnose');
		await doctor.expectSummary('Done:');
		await workbench.screenshot('doctor first look');
		assert.deepEqual(await doctor.findings('Where Tokens Come From'), [
			'Good: It is clear which token is used here.',
			'Warning: Something stands around the token in HF_TOKEN of the environment.',
		]);
		assert.deepEqual(await doctor.findings(/^Tokens/), [
			'Problem: The Hub refuses HF_TOKEN of the environment.',
		]);
		assert.deepEqual(await doctor.findings('Keyring'), ['Good: The keyring works.']);
		assert.deepEqual(await doctor.findings('The Hub'), ['Good: The Hub answers.']);
		assert.deepEqual(await doctor.findings('The Inference Router'), ['Good: The inference router answers.']);
		assert.deepEqual(await doctor.findings('Rate Limit'), ['Good: The rate limit is far off.']);
		assert.deepEqual(await doctor.findings('Access to a Gated Repo'), ['Note: No repo is named.']);
	});

	it('repairs it by a button: a token is added, and looked at again', async () => {
		const { workbench, hub } = session();
		const { doctor, quickInput, notifications } = workbench;
		await doctor.press('Add Token…', /^Tokens/);
		await quickInput.expect('Paste a token');
		await quickInput.fill(hub.tokens.read);
		await quickInput.accept();
		await quickInput.expect('A name to tell');
		await quickInput.accept();
		await notifications.expect('Added');
		await notifications.clear();
		await doctor.press('Run Again');
		await doctor.expectFinding(/^Tokens/, 'The Hub takes');
		await doctor.expectFinding('Where Tokens Come From', 'is another token than the one used here');
		await doctor.expectFinding('What You Want to Do', 'You can run models.');
		await workbench.screenshot('doctor conflict');
	});

	it('says whether what one wants to do is possible', async () => {
		const { workbench } = session();
		const { doctor } = workbench;
		await doctor.choose('Write to repos');
		await doctor.expectFinding('What You Want to Do', 'You cannot write to repos.');
		await doctor.scrollTo('What You Want to Do');
		await workbench.screenshot('doctor goal');
	});

	it('looks up a gated repo, watches it, and says when access is granted', async () => {
		const { workbench, hub } = session();
		const { doctor, notifications, statusBar } = workbench;
		await doctor.lookUp(PENDING);
		await doctor.expectFinding('Access to a Gated Repo', `Your request for ${PENDING} is waiting.`);
		await doctor.scrollTo('Access to a Gated Repo');
		await workbench.screenshot('doctor pending');
		await doctor.press('Tell Me When Granted', 'Access to a Gated Repo');
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

	it('comes back after a reload without running anything, and can be stopped', async () => {
		const { workbench, hub } = session();
		const { doctor } = workbench;
		await doctor.expectSummary('Nothing has been checked yet.');
		hub.faults.always({ path: /limit=1|whoami/ }, { kind: 'hang' });
		await doctor.press('Run Checks');
		await doctor.expectSummary('running');
		await doctor.expectFinding('Keyring', 'The keyring works.');
		await doctor.press('Stop');
		await doctor.expectSummary('Stopped:');
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
		await workbench.screenshot('doctor stopped');
	});

	it('ends every check in a finding when nothing can be reached', async () => {
		const { workbench, hub } = session();
		const { doctor } = workbench;
		hub.faults.always({}, { kind: 'reset' });
		await doctor.press('Run Again');
		await doctor.expectSummary('Done:');
		await doctor.expectFinding('The Hub', 'The Hub cannot be asked.');
		await doctor.expectFinding('The Inference Router', 'The inference router cannot be asked.');
		await doctor.expectFinding('Rate Limit', 'This could not be checked.');
		assert.equal(await doctor.frame.getByText('Stopped before').count(), 0);
		await doctor.scrollTo('The Hub');
		await workbench.screenshot('doctor offline');
	});

	it('gives a report that can be passed on: it has no token in it', async () => {
		const { workbench, hub } = session();
		await workbench.doctor.press('Run Again');
		// What was found before, when nothing could be reached, is done as well.
		await workbench.doctor.expectFinding('The Hub', 'The Hub answers.');
		await workbench.doctor.expectSummary('Done:');
		await workbench.doctor.press('Copy Report');
		await workbench.statusBar.expect('Copied the report');
		const report = await workbench.editor.clipboard();
		assert.match(report, /^# Hugging Face Workbench: Diagnosis\n/);
		assert.match(report, /## Keyring\n\n- ok: The keyring works\./);
		assert.match(report, /- WARNING: Something stands around the token in HF_TOKEN/);
		for (const value of Object.values(hub.tokens)) {
			assert.ok(!report.includes(value));
		}
	});

	for (const theme of Object.keys(THEMES) as Theme[]) {
		it(`is for everybody to use in ${theme}`, async () => {
			const { workbench } = session();
			await workbench.setTheme(theme);
			await workbench.doctor.frame.locator(`body[data-vscode-theme-id="${THEMES[theme].id}"]`).waitFor();
			await workbench.doctor.expectSummary('Done:');
			await workbench.screenshot(`doctor ${theme}`);
			assert.deepEqual(await findViolations(workbench.doctor.frame), []);
		});
	}

	it('keeps a token for this window only where that is wanted, and says so', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, notifications, doctor } = workbench;
		await workbench.setTheme('dark');
		await palette.run('Hugging Face: Add Token for This Window Only…');
		await quickInput.expect('Paste a token');
		assert.match(await quickInput.title(), /for This Window Only/);
		await quickInput.fill(hub.tokens.orgAdmin);
		await quickInput.accept();
		await quickInput.expect('A name to tell');
		await quickInput.accept();
		assert.match(
			await notifications.expect('Added'),
			/It is kept for this window only, until it closes or reloads\./,
		);
		await notifications.clear();
		await workbench.openContainer();
		await workbench.tree('Tokens').expect('bram · write · this window only · used here');
		await workbench.screenshot('session token');
		await doctor.press('Check Again: Keyring');
		await doctor.expectFinding('Keyring', 'Some tokens are kept for this window only.');
	});

	it('lets an owner answer who asks for access', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, notifications } = workbench;
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
	});

	it('forgets the token of one window when that reloads', async () => {
		const { workbench } = session();
		await workbench.reload();
		await workbench.openContainer();
		await workbench.tree('Tokens').expect('ada · read · used here');
		assert.equal((await workbench.tree('Tokens').rows()).flat().join().includes('bram'), false);
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
		const { palette, quickInput, notifications, statusBar, dialog } = workbench;
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
	});
});

describe('offline mode', () => {
	const session = useSession({ env: { HF_HUB_OFFLINE: '1' } });

	it('sends nothing at all, and says how to leave it', async () => {
		const { workbench, hub } = session();
		const { palette, doctor } = workbench;
		await workbench.openContainer();
		await workbench.tree('Models').expand('Trending', 'Offline mode is on.');
		await palette.run('Hugging Face: Diagnose');
		await doctor.expectSummary('Done:');
		await doctor.expectFinding('Addresses and Offline Mode', /unset HF_HUB_OFFLINE where VS Code is started/);
		await workbench.screenshot('offline mode');
		assert.deepEqual(hub.traffic.requests, []);
	});
});
