import assert from 'node:assert/strict';
import { CLIENT_ID } from '../hub/oauth/oauthServer';
import { addToken } from './driver/addToken';
import { useSession } from './driver/useSession';

/** The account in VS Code's menu. */
const ACCOUNT = 'ada (Hugging Face)';

describe('signing in with the browser, as a person does', () => {
	const session = useSession();

	it('says what it needs, takes the app’s id, and asks what for', async () => {
		const { workbench } = session();
		const { palette, dialog, quickInput } = workbench;
		await workbench.openContainer();
		await palette.run('Hugging Face: Sign In with Browser…');
		const needs = await dialog.expect('needs an app that the Hub knows');
		assert.match(needs, /a public app \(no secret\)/);
		await workbench.screenshot('sign-in without an app');
		await dialog.press('Enter Client Id…');
		await quickInput.expect('It is no secret');
		await quickInput.fill('hf_something');
		await quickInput.refusal('This is not a client id');
		await quickInput.fill(CLIENT_ID);
		await quickInput.accept();
		await quickInput.option('Run models').waitFor();
		assert.deepEqual(await quickInput.options(), [
			'Run models',
			'Read your private and gated repos',
			'Write to your repos',
			'Start Jobs',
		]);
		await workbench.screenshot('sign-in purposes');
		await quickInput.accept();
		await dialog.expect('Your code is');
		await dialog.press('Cancel');
		assert.match(await workbench.tree('Tokens').welcome(), /An access token lets you/);
	});

	it('ends with a token that renews itself once the code is approved on the page', async () => {
		const { workbench, hub } = session();
		// So near its end that it is renewed when it is used.
		hub.oauth.tokenLife = 240;
		const { palette, dialog, quickInput, notifications } = workbench;
		await palette.run('Hugging Face: Sign In with Browser…');
		await quickInput.option('Run models').waitFor();
		await quickInput.accept();
		const question = await dialog.expect('Your code is');
		const [code = ''] = /[A-Z]{4}-[A-Z]{4}/.exec(question) ?? [];
		await workbench.screenshot('sign-in code');
		const opened = workbench.page.context().waitForEvent('page');
		await dialog.press('Copy Code and Open Browser');
		const page = await opened;
		await page.waitForURL(url => url.searchParams.get('user_code') === code, { waitUntil: 'commit' });
		// The web build leads addresses of its own machine through itself, where nobody answers.
		await page.goto(`${hub.origin}/oauth/device?user_code=${code}`);
		await page.getByText(code).waitFor();
		await page.getByLabel('Account').selectOption('bram');
		await page.getByRole('button', { name: 'Approve' }).click();
		await page.getByText('You can close this page').waitFor();
		await page.close();
		assert.equal(
			await notifications.expect('Signed in'),
			'Signed in: “bram” of bram (run inference, read your repos, read gated repos). It renews itself.',
		);
		await workbench.tree('Tokens').expect('bram · sign-in · used here');
		await workbench.screenshot('signed in');
		await notifications.clear();
		await workbench.tree('Models').expand('Mine', 'bram/');
		assert.ok(hub.traffic.sentTo('signIn').length > 0);
		assert.ok(hub.oauth.refreshes > 0);
		hub.oauth.tokenLife = 28_800;
	});

	it('says no more than that it was refused when the page says no, and keeps what was there', async () => {
		const { workbench, hub } = session();
		const { palette, dialog, quickInput, notifications } = workbench;
		await palette.run('Hugging Face: Sign In with Browser…');
		await quickInput.option('Run models').waitFor();
		await quickInput.accept();
		await dialog.expect('Your code is');
		const opened = workbench.page.context().waitForEvent('page');
		await dialog.press('Copy Code and Open Browser');
		await (await opened).close();
		hub.oauth.decide('deny', 'bram');
		assert.match(await notifications.expect('The sign-in was refused.'), /Nothing was changed/);
		await workbench.screenshot('sign-in refused');
		await notifications.clear();
		await workbench.tree('Tokens').expect('bram · sign-in · used here');
	});

	it('is not lost when the Hub fails just then, adds no second token for the same account, and is there after a reload', async () => {
		const { workbench, hub } = session();
		const { palette, dialog, quickInput, notifications } = workbench;
		await palette.run('Hugging Face: Sign In with Browser…');
		await quickInput.option('Run models').waitFor();
		await quickInput.toggle('Start Jobs');
		await quickInput.accept();
		await dialog.expect('Your code is');
		const opened = workbench.page.context().waitForEvent('page');
		await dialog.press('Copy Code and Open Browser');
		await (await opened).close();
		hub.faults.next({ path: /whoami/ }, { kind: 'status', name: 'internal' });
		hub.oauth.decide('approve', 'bram');
		const question = await dialog.expect('The sign-in was approved, but could not be kept yet.');
		assert.match(question, /status 500/);
		await workbench.screenshot('sign-in not kept yet');
		await dialog.press('Try Again');
		assert.match(await notifications.expect('Signed in'), /start Jobs/);
		await notifications.clear();
		await workbench.tree('Tokens').expectRows([['bram bram · sign-in · used here']]);
		await workbench.reload();
		await workbench.openContainer();
		await workbench.tree('Tokens').expect('bram · sign-in · used here');
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await workbench.notifications.clear();
	});

	it('is ended on the Hub, which is seen at its next check, and goes on when one signs in again', async () => {
		const { workbench, hub } = session();
		const { dialog, notifications, quickInput } = workbench;
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('bram')).choose('Revoke Leaked Token…');
		const question = await dialog.expect('“bram” of bram is a sign-in, which is ended on the Hub.');
		assert.match(question, /take the app’s access away/);
		await workbench.screenshot('end sign-in');
		const opened = workbench.page.context().waitForEvent('page');
		await dialog.press('Open Page on the Hub');
		const page = await opened;
		await page.waitForURL(url => url.pathname.endsWith('/settings/connected-applications'), {
			waitUntil: 'commit',
		});
		await page.close();
		hub.oauth.revokeAll();
		await (await tokens.contextMenu('bram')).choose('Check Token');
		assert.match(await notifications.expect('“bram”'), /is unknown to the Hub/);
		await tokens.expect('bram · sign-in · refused by the Hub · used here');
		await notifications.clear();
		await workbench.palette.run('Hugging Face: Sign In with Browser…');
		// What the sign-in before was for is chosen already, so that the new one may do no less.
		await quickInput.option('Start Jobs').waitFor();
		assert.deepEqual(await quickInput.chosen(), [
			'Run models',
			'Read your private and gated repos',
			'Start Jobs',
		]);
		await workbench.screenshot('sign-in purposes again');
		await quickInput.accept();
		await dialog.expect('Your code is');
		const approval = workbench.page.context().waitForEvent('page');
		await dialog.press('Copy Code and Open Browser');
		await (await approval).close();
		hub.oauth.decide('approve', 'bram');
		assert.match(await notifications.expect('Signed in'), /start Jobs/);
		await notifications.clear();
		await tokens.expect('bram · sign-in · used here');
	});
});

describe('a token for another extension', () => {
	const session = useSession({ extensions: ['consumer'] });

	it('is given by VS Code to the one that the user lets have it, with the least that will do, and to nobody else', async () => {
		const { workbench, hub } = session();
		const { palette, dialog, quickInput, notifications } = workbench;
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.write);
		await notifications.clear();
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await notifications.clear();
		await palette.run('Consumer: Ask Silently for a Token');
		assert.equal(await notifications.expect('Got'), 'Got no token.');
		await notifications.clear();
		await palette.run('Consumer: Ask for a Token');
		await dialog.expect(/Consumer.*Hugging Face/s);
		await workbench.screenshot('another extension asks for a token');
		await dialog.press('Allow');
		await quickInput.option('ada').waitFor();
		await workbench.screenshot('account for another extension');
		await quickInput.pick('ada');
		const { length } = hub.tokens.fineGrainedInference;
		assert.equal(await notifications.expect('Got'), `Got a token of ada with ${length} characters.`);
		await notifications.clear();
		await palette.run('Consumer: Ask Silently for a Token');
		assert.match(await notifications.expect('Got'), /^Got a token of ada/);
		await notifications.clear();
	});

	it('is none where no token of the account may do what is asked for', async () => {
		const { workbench } = session();
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('ada-write')).choose('Remove Token…');
		await workbench.dialog.expect('Remove “ada-write” of ada?');
		await workbench.dialog.press('Remove');
		await tokens.waitGone('ada-write');
		await workbench.notifications.clear();
		await workbench.palette.run('Consumer: Ask Silently for a Token That Writes');
		assert.equal(await workbench.notifications.expect('Got'), 'Got no token.');
	});

	it('stays in the accounts menu while the account has a token left', async () => {
		const { workbench } = session();
		await workbench.notifications.clear();
		const menu = await workbench.accounts();
		const items = await menu.items();
		await workbench.screenshot('accounts menu');
		await menu.close();
		assert.equal(items.filter(item => item === ACCOUNT).length, 1, items.join());
	});

	it('is taken from extensions by Sign Out, and gone with all others of the account only where that is wanted', async () => {
		const { workbench, hub } = session();
		const { dialog } = workbench;
		const tokens = workbench.tree('Tokens');
		await addToken(workbench, hub.tokens.write);
		await workbench.notifications.clear();
		await tokens.expect('ada-write');
		await (await workbench.accounts()).choose(ACCOUNT, 'Sign Out');
		await dialog.expect("The account 'ada' has been used by");
		await workbench.screenshot('sign out of an account');
		await dialog.press('Sign Out');
		await dialog.expect('Remove all 2 tokens of ada from this computer, too?');
		await workbench.screenshot('sign out keep or remove');
		await dialog.pressEnter();
		assert.deepEqual(await workbench.notifications.texts(), []);
		await tokens.expect('ada-write');
		await (await workbench.accounts()).choose(ACCOUNT, 'Sign Out');
		await dialog.expect(/Sign out of|has been used by/);
		await dialog.press('Sign Out');
		await dialog.expect('Remove all 2 tokens of ada from this computer, too?');
		await dialog.press('Remove');
		await tokens.waitGone('ada-write');
		assert.match(await tokens.welcome(), /An access token lets you/);
		const menu = await workbench.accounts();
		const items = await menu.items();
		await menu.close();
		assert.ok(!items.includes(ACCOUNT), items.join());
	});
});
