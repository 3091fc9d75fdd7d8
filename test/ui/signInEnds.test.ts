import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CLIENT_ID } from '../hub/oauth/oauthServer';
import { writeSettings } from '../host/writeSettings';
import { Keyring } from './driver/keyring';
import { useSession } from './driver/useSession';
import type { Workbench } from './driver/workbench';

const CLIENT_ID_SETTING = 'hfWorkbench.oauth.clientId';
/** As long as several questions of a sign-in that goes on: the loopback Hub lets one ask each second. */
const SEVERAL_QUESTIONS_MS = 5_000;
/** A question that nobody answers is given up by itself after half a minute. */
const SOONER_THAN_GIVEN_UP_MS = 15_000;
/** RFC 8628 §3.5 adds five seconds to the one of the loopback Hub; clocks are not that exact. */
const SLOWED_MS = 5_900;

/** Goes as far as to the page on the Hub, which is closed again: what is said there, the loopback Hub is told. */
async function begin({ palette, quickInput, dialog, page }: Workbench): Promise<void> {
	await palette.run('Hugging Face: Sign In with Browser…');
	await quickInput.option('Run models').waitFor();
	await quickInput.accept();
	await dialog.expect('Your code is');
	const opened = page.context().waitForEvent('page');
	await dialog.press('Copy Code and Open Browser');
	await (await opened).close();
}

describe('a sign-in with the browser that is held up, or comes to nothing', () => {
	const session = useSession({ settings: { [CLIENT_ID_SETTING]: CLIENT_ID } });

	it('says that the code was not used in time', async () => {
		const { workbench, hub } = session();
		await workbench.openContainer();
		await begin(workbench);
		hub.oauth.decide('expire', 'ada');
		assert.match(await workbench.notifications.expect('The code was not used in time.'), /Sign in again/);
		await workbench.screenshot('sign-in code expired');
		await workbench.notifications.clear();
		assert.match(await workbench.tree('Tokens').welcome(), /An access token lets you/);
	});

	it('asks the Hub no more once it is cancelled', async () => {
		const { workbench, hub } = session();
		const { notifications } = workbench;
		const asked = () => hub.traffic.requests.filter(one => one.path.startsWith('/oauth/token')).length;
		await begin(workbench);
		const before = asked();
		await hub.traffic.until(() => asked() > before);
		await notifications.press('waiting for you to approve', 'Cancel');
		await notifications.waitGone('waiting for you to approve');
		const then = asked();
		await setTimeout(SEVERAL_QUESTIONS_MS);
		// One may have been on its way.
		assert.ok(asked() - then <= 1, `${asked() - then} questions after the end`);
		assert.deepEqual(await notifications.texts(), []);
		assert.match(await workbench.tree('Tokens').welcome(), /An access token lets you/);
	});

	it('gives up a question that the Hub has not answered yet when it is cancelled', async () => {
		const { workbench, hub } = session();
		const { notifications } = workbench;
		const isOpen = (one: (typeof hub.traffic.requests)[number]) =>
			one.path.startsWith('/oauth/token') && one.endedAt === undefined;
		hub.faults.always({ path: /oauth\/token/ }, { kind: 'hang' });
		await begin(workbench);
		await hub.traffic.until(({ requests }) => requests.some(isOpen));
		await notifications.press('waiting for you to approve', 'Cancel');
		await hub.traffic.until(
			({ requests }) => !requests.some(isOpen),
			AbortSignal.timeout(SOONER_THAN_GIVEN_UP_MS),
		);
		await notifications.waitGone('waiting for you to approve');
		assert.deepEqual(await notifications.texts(), []);
		hub.faults.clear();
	});

	it('asks more slowly from then on where the Hub says so', async () => {
		const { workbench, hub } = session();
		const questions = () => hub.traffic.requests.filter(one => one.path.startsWith('/oauth/token'));
		hub.traffic.clear();
		hub.oauth.planned.push({ status: 400, body: { error: 'slow_down' } });
		await begin(workbench);
		await hub.traffic.until(() => questions().length >= 3);
		const [first, ...later] = questions().map(({ startedAt }) => startedAt);
		const pauses = later.map((at, index) => at - ([first, ...later][index] ?? at));
		assert.ok(
			pauses.every(pause => pause >= SLOWED_MS),
			pauses.join(),
		);
		hub.oauth.decide('approve', 'ada');
		await workbench.notifications.expect('Signed in');
		await workbench.notifications.clear();
	});

	it('goes on where the network is lost while it waits', async () => {
		const { workbench, hub } = session();
		hub.traffic.clear();
		hub.faults.next({ path: /oauth\/token/ }, { kind: 'reset' }, 2);
		await begin(workbench);
		hub.oauth.decide('approve', 'ada');
		assert.match(await workbench.notifications.expect('Signed in'), /It renews itself/);
		const lost = hub.traffic.requests.filter(
			one => one.path.startsWith('/oauth/token') && one.clientClosedAt !== undefined,
		);
		assert.equal(lost.length, 2);
		await workbench.notifications.clear();
	});

	it('goes on where the Hub fails while it waits', async () => {
		const { workbench, hub } = session();
		hub.oauth.planned.push({ status: 500, body: {} }, { status: 503, body: {} });
		await begin(workbench);
		hub.oauth.decide('approve', 'ada');
		assert.match(await workbench.notifications.expect('Signed in'), /It renews itself/);
		assert.equal(hub.oauth.planned.length, 0);
		await workbench.notifications.clear();
	});
});

describe('a sign-in that another extension asks for', () => {
	const session = useSession({
		settings: { [CLIENT_ID_SETTING]: CLIENT_ID },
		extensions: ['consumer'],
	});

	it('is granted what that one wants, whatever else it is for', async () => {
		const { workbench, hub } = session();
		const { palette, dialog, quickInput, notifications } = workbench;
		await workbench.openContainer();
		await palette.run('Consumer: Ask for a Token and the Email');
		await dialog.expect(/Consumer.*Hugging Face/s);
		await dialog.press('Allow');
		await quickInput.option('Run models').waitFor();
		await workbench.screenshot('sign-in for another extension');
		await quickInput.toggle('Run models');
		await quickInput.accept();
		const question = await dialog.expect('Your code is');
		const [code = ''] = /[A-Z]{4}-[A-Z]{4}/.exec(question) ?? [];
		const opened = workbench.page.context().waitForEvent('page');
		await dialog.press('Copy Code and Open Browser');
		await (await opened).close();
		assert.deepEqual(hub.oauth.scopeOf(code)?.split(' ').toSorted(), [
			'email',
			'gated-repos',
			'inference-api',
			'openid',
			'profile',
			'read-repos',
		]);
		hub.oauth.decide('approve', 'ada', code);
		assert.match(await notifications.expect('Got'), /^Got a token of ada/);
	});
});

describe('a sign-in with the browser, where the keyring is locked', () => {
	const session = useSession({ settings: { [CLIENT_ID_SETTING]: CLIENT_ID } });

	it('can be kept for the window, and is not lost while it is not', async function () {
		const { workbench, hub } = session();
		const { dialog, notifications } = workbench;
		// A desktop's keyring is the system's, and cannot be made to fail.
		if (!workbench.page.url().startsWith('http')) {
			this.skip();
		}
		const keyring = new Keyring(workbench.page);
		await keyring.prepare();
		await keyring.refuse();
		await workbench.reload();
		await workbench.openContainer();
		await begin(workbench);
		hub.oauth.decide('approve', 'bram');
		const question = await dialog.expect('The keyring could not be used.');
		assert.match(question, /the sign-in that you have approved can be kept in this window’s memory/);
		await workbench.screenshot('sign-in with a locked keyring');
		await dialog.press('Keep for This Window Only');
		assert.match(await notifications.expect('Signed in'), /It is kept for this window only\.$/);
		await notifications.clear();
		await workbench.tree('Tokens').expect('bram · sign-in · this window only · used here');
		hub.traffic.clear();
		await workbench.palette.run('Hugging Face: Refresh Views');
		await hub.traffic.until(() => hub.traffic.requests.some(({ token }) => token !== undefined));
		await keyring.mend();
		await workbench.reload();
		await workbench.openContainer();
		assert.match(await workbench.tree('Tokens').welcome(), /An access token lets you/);
	});
});

describe('the app of a sign-in with the browser', () => {
	const session = useSession();

	it('is not taken from the settings of a folder', async () => {
		const { workbench, workspace } = session();
		writeSettings(path.join(workspace, '.vscode/settings.json'), { [CLIENT_ID_SETTING]: CLIENT_ID });
		await workbench.reload();
		await workbench.openContainer();
		await workbench.palette.run('Hugging Face: Sign In with Browser…');
		await workbench.dialog.expect('needs an app that the Hub knows');
		await workbench.dialog.press('Cancel');
	});
});
