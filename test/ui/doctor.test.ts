import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { addToken } from './driver/addToken';
import { findViolations } from './driver/findViolations';
import { THEMES, type Theme } from './driver/themes';
import { writeSettings } from '../host/writeSettings';
import { useSession } from './driver/useSession';

describe('the doctor, as a person is helped by it', () => {
	// A token that was deleted on the Hub, with the quotes that a shell script left around it.
	const session = useSession({ env: ({ tokens }) => ({ HF_TOKEN: ` "${tokens.revoked}"` }) });

	afterEach('mend everything', async () => {
		session().hub.faults.clear();
		await session().workbench.quickInput.leave();
	});

	async function diagnose(): Promise<void> {
		const { palette, doctor } = session().workbench;
		await palette.run('Hugging Face: Diagnose');
		await doctor.expectSummary('Done:');
	}

	/** What a person pastes, and the name that is suggested. */
	async function pasteToken(token: string): Promise<string> {
		const { quickInput, notifications } = session().workbench;
		await quickInput.expect('Paste a token');
		await quickInput.fill(token);
		await quickInput.accept();
		await quickInput.expect('A name to tell');
		await quickInput.accept();
		const message = await notifications.expect('Added');
		await notifications.clear();
		return message;
	}

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
		const { workbench, hub } = session();
		const { doctor } = workbench;
		hub.traffic.clear();
		await diagnose();
		await workbench.screenshot('doctor first look');
		assert.deepEqual(await doctor.findings('Where Tokens Come From'), [
			'Good: It is clear which token is used here.',
			'Warning: Something stands around the token in HF_TOKEN of the environment.',
		]);
		assert.deepEqual(await doctor.findings(/^Tokens/), [
			'Problem: The Hub refuses HF_TOKEN of the environment.',
		]);
		assert.deepEqual(await doctor.findings('What You Want to Do'), ['Problem: You cannot run models.']);
		assert.deepEqual(await doctor.findings('Keyring'), ['Good: The keyring works.']);
		assert.deepEqual(await doctor.findings('The Hub'), ['Good: The Hub answers.']);
		assert.deepEqual(await doctor.findings('The Inference Router'), ['Good: The inference router answers.']);
		assert.deepEqual(await doctor.findings('Rate Limit'), ['Good: The rate limit is far off.']);
		assert.deepEqual(await doctor.findings('Access to a Gated Repo'), ['Note: No repo is named.']);
		// Two checks wanted to know whose it is.
		assert.equal(hub.traffic.requests.filter(({ path }) => path.startsWith('/api/whoami')).length, 1);
	});

	it('repairs it by a button: a token is added, and looked at again', async () => {
		const { workbench, hub } = session();
		const { doctor } = workbench;
		await diagnose();
		await doctor.press('Add Token…', /^Tokens/);
		await pasteToken(hub.tokens.read);
		await doctor.press('Run Again');
		await doctor.expectFinding(/^Tokens/, 'The Hub takes');
		await doctor.expectFinding('Where Tokens Come From', 'is another token than the one used here');
		await doctor.expectFinding('What You Want to Do', 'You can run models.');
		await workbench.screenshot('doctor conflict');
	});

	it('says whether what one wants to do is possible, with the token that is taken for it', async () => {
		const { workbench, hub } = session();
		const { doctor, notifications, dialog } = workbench;
		const goal = 'What You Want to Do';
		await diagnose();
		await doctor.choose('Write to repos');
		await doctor.expectFindings(goal, ['Problem: You cannot write to repos.']);
		await doctor.scrollTo(goal);
		await workbench.screenshot('doctor goal');
		// The default stays the one that only reads; of its account, the one is taken that may write.
		await addToken(workbench, hub.tokens.write);
		await notifications.clear();
		await doctor.press(`Check Again: ${goal}`);
		await doctor.expectFindings(goal, ['Good: You can write to repos.']);
		await doctor.expectFinding(goal, '“ada-write” of ada may do that, and is taken for it instead of');
		await (await workbench.tree('Tokens').contextMenu('ada-write')).choose('Remove Token…');
		await dialog.press('Remove');
		await workbench.tree('Tokens').waitGone('ada-write');
		await notifications.clear();
		await doctor.choose('Run models');
		await doctor.expectFindings(goal, ['Good: You can run models.']);
	});

	it('says that the organization that is to pay cannot, and has another one pay', async () => {
		const { workbench, workspace } = session();
		const { doctor, notifications, quickInput } = workbench;
		const goal = 'What You Want to Do';
		writeSettings(path.join(workspace, '.vscode/settings.json'), {
			'hfWorkbench.inference.billTo': 'tulip',
		});
		try {
			// VS Code hears of the file some time after it was written.
			await workbench.statusBar.expectTooltip('ada', /tulip, which cannot/);
			await workbench.page.mouse.move(0, 0);
			await diagnose();
			await doctor.expectFindings(goal, ['Problem: You cannot run models at the expense of tulip.']);
			await doctor.scrollTo(goal);
			await workbench.screenshot('doctor payer');
			await doctor.press('Bill To…', goal);
			await quickInput.expect('Bill Runs To');
			await quickInput.pick('acme');
			await notifications.expect('acme pays for runs in this workspace from now on.');
			await notifications.clear();
			await doctor.press(`Check Again: ${goal}`);
			await doctor.expectFindings(goal, ['Good: You can run models at the expense of acme.']);
		} finally {
			await rm(path.join(workspace, '.vscode'), { recursive: true });
		}
	});

	it('comes back after a reload without running anything, and can be stopped', async () => {
		const { workbench, hub } = session();
		const { doctor } = workbench;
		await diagnose();
		await workbench.reload();
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
		await diagnose();
		hub.faults.always({}, { kind: 'reset' });
		await doctor.press('Run Again');
		await doctor.expectFinding('The Hub', 'The Hub cannot be asked.');
		await doctor.expectSummary('Done:');
		await doctor.expectFinding('The Inference Router', 'The inference router cannot be asked.');
		await doctor.expectFinding('Rate Limit', 'This could not be checked.');
		await doctor.expectFinding('What You Want to Do', 'Whether you can run models could not be checked.');
		assert.equal(await doctor.frame.getByText('Stopped before').count(), 0);
		await doctor.scrollTo('The Hub');
		await workbench.screenshot('doctor offline');
	});

	it('gives a report that can be passed on: it has no token in it', async () => {
		const { workbench, hub } = session();
		await diagnose();
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
			await diagnose();
			await workbench.doctor.frame.locator(`body[data-vscode-theme-id="${THEMES[theme].id}"]`).waitFor();
			await workbench.screenshot(`doctor ${theme}`);
			assert.deepEqual(await findViolations(workbench.doctor.frame), []);
		});
	}

	it('keeps a token for this window only where that is wanted, says so, and forgets it with the window', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, doctor } = workbench;
		await workbench.setTheme('dark');
		await palette.run('Hugging Face: Add Token for This Window Only…');
		await quickInput.expect('Paste a token');
		assert.match(await quickInput.title(), /for This Window Only/);
		assert.match(
			await pasteToken(hub.tokens.orgAdmin),
			/It is kept for this window only, until it closes or reloads\./,
		);
		await workbench.openContainer();
		const tokens = workbench.tree('Tokens');
		await tokens.expect('bram · write · this window only · used here');
		await workbench.screenshot('session token');
		await diagnose();
		await doctor.expectFinding('Keyring', 'Some tokens are kept for this window only.');
		await workbench.reload();
		await workbench.openContainer();
		await tokens.waitGone('bram');
		await tokens.expect('used here');
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
