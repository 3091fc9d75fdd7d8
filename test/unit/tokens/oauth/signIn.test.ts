import assert from 'node:assert/strict';
import { createOAuthClient } from '../../../../src/tokens/oauth/oauthClient';
import { signIn } from '../../../../src/tokens/oauth/signIn';
import type { Problem } from '../../../../src/shared/problem';
import type { Fault } from '../../../hub/fault';
import { CLIENT_ID } from '../../../hub/oauth/oauthServer';
import { runningHub } from '../../hub-server/runningHub';
import { problemOf } from '../../net/problemOf';

const DEVICE = /^\/oauth\/device$/;
const TOKEN = /^\/oauth\/token$/;
const SCOPES = ['openid', 'profile', 'inference-api'];

describe('signing in with the browser', () => {
	const running = runningHub();

	/** A sign-in whose waiting passes at once; `onPause` is what happens meanwhile, and by which question. */
	function attempt(onPause: (count: number) => void = () => undefined, clientId: string = CLIENT_ID) {
		const pauses: number[] = [];
		const shown: string[] = [];
		let time = 1_000_000;
		const controller = new AbortController();
		const ended = signIn(
			{
				client: createOAuthClient(),
				app: { clientId, hub: running.hub.origin },
				scopes: SCOPES,
				show: ({ userCode, page }) => shown.push(userCode, page),
				pause: async (milliseconds, signal) => {
					pauses.push(milliseconds / 1000);
					time += milliseconds;
					onPause(pauses.length);
					signal.throwIfAborted();
				},
				now: () => time,
			},
			controller.signal,
		);
		return { ended, pauses, shown, controller };
	}

	it('waits for the approval, and gives a session that the Hub knows', async () => {
		const { ended, pauses, shown } = attempt(
			count => count === 3 && running.hub.oauth.decide('approve', 'bram'),
		);
		const session = await ended;
		const [userCode = '', page = ''] = shown;
		assert.match(userCode, /^[A-Z]{4}-[A-Z]{4}$/);
		assert.equal(page, `${running.hub.origin}/oauth/device?user_code=${userCode}`);
		// The second question came too soon for the Hub's clock, which says to be slower.
		assert.deepEqual(pauses, [1, 1, 6]);
		assert.deepEqual(
			[session.scopes, session.clientId, session.hub, session.expiresAt - session.issuedAt],
			[SCOPES, CLIENT_ID, running.hub.origin, 28_800_000],
		);
		assert.ok(session.refreshToken);
		const me = await fetch(`${running.hub.origin}/api/whoami-v2`, {
			headers: { Authorization: `Bearer ${session.accessToken}` },
		});
		assert.equal(((await me.json()) as { name: string }).name, 'bram');
	});

	const DECIDED: ReadonlyArray<readonly ['deny' | 'expire', Problem]> = [
		['deny', { code: 'signIn.denied' }],
		['expire', { code: 'signIn.expired' }],
	];
	for (const [decision, problem] of DECIDED) {
		it(`ends when the user’s decision is ${decision}`, async () => {
			const { ended } = attempt(() => running.hub.oauth.decide(decision, 'ada'));
			assert.deepEqual(await problemOf(ended), problem);
		});
	}

	it('ends when nobody decides for as long as the code is good', async () => {
		const { ended, pauses } = attempt();
		assert.deepEqual(await problemOf(ended), { code: 'signIn.expired' });
		assert.ok(pauses.reduce((sum, one) => sum + one, 0) >= 900);
	});

	it('says when the Hub does not know the app', async () => {
		const { ended, shown } = attempt(undefined, 'somebody-else');
		assert.deepEqual(await problemOf(ended), { code: 'signIn.client', detail: 'Client not found' });
		assert.deepEqual(shown, []);
	});

	it('stops at once when the user cancels, and asks no more', async () => {
		const { ended, controller } = attempt(count => count === 2 && controller.abort());
		assert.deepEqual(await problemOf(ended), { code: 'cancelled' });
		assert.equal(running.hub.traffic.requests.filter(({ path }) => TOKEN.test(path)).length, 1);
	});

	const PASSING: ReadonlyArray<readonly [string, Fault]> = [
		['a failing server', { kind: 'status', name: 'internal' }],
		['a gateway’s page', { kind: 'status', name: 'badGateway' }],
		['a rate limit', { kind: 'status', name: 'rateLimited' }],
		['a lost connection', { kind: 'reset' }],
		['an answer that is none', { kind: 'brokenJson' }],
		['an empty answer', { kind: 'emptyBody' }],
		['a page of a login', { kind: 'wrongContentType' }],
	];
	for (const [what, fault] of PASSING) {
		it(`goes on after ${what}, more slowly`, async () => {
			running.hub.faults.next({ path: TOKEN }, fault);
			running.hub.faults.next({ path: TOKEN }, fault);
			const { ended, pauses } = attempt(count => count === 3 && running.hub.oauth.decide('approve', 'ada'));
			assert.ok((await ended).accessToken.startsWith('hf_oauth_'));
			assert.deepEqual(pauses, [1, 2, 4]);
		});

		it(`says so when ${what} does not pass, and keeps asking until the code is void`, async () => {
			running.hub.faults.always({ path: TOKEN }, fault);
			const { ended, pauses } = attempt();
			const { code } = await problemOf(ended);
			assert.ok(['server', 'rateLimited', 'network.offline', 'protocol'].includes(code), code);
			assert.ok(pauses.length > 20 && Math.max(...pauses) === 30);
		});

		it(`does not begin with ${what}`, async () => {
			running.hub.faults.always({ path: DEVICE }, fault);
			const { ended, shown } = attempt();
			const { code } = await problemOf(ended);
			assert.ok(['server', 'rateLimited', 'network.offline', 'protocol'].includes(code), code);
			assert.deepEqual(shown, []);
		});
	}

	const BY_NAME: ReadonlyArray<readonly [429 | 500 | 503 | 400, string]> = [
		[503, 'temporarily_unavailable'],
		[429, 'rate_limited'],
		[500, 'internal_error'],
		[400, 'server_error'],
		[400, 'temporarily_unavailable'],
	];
	for (const [status, error] of BY_NAME) {
		it(`goes on after a ${status} whose body says ${error}`, async () => {
			const answer = { status, body: { error } };
			running.hub.oauth.planned.push(answer, answer);
			const { ended, pauses } = attempt(count => count === 3 && running.hub.oauth.decide('approve', 'ada'));
			assert.ok((await ended).accessToken.startsWith('hf_oauth_'));
			assert.deepEqual(pauses, [1, 2, 4]);
		});
	}

	it('ends with a no that has a name of its own', async () => {
		running.hub.oauth.planned.push({ status: 400, body: { error: 'app_suspended' } });
		const { ended, pauses } = attempt();
		assert.equal((await problemOf(ended)).code, 'protocol');
		assert.equal(pauses.length, 1);
	});

	it('follows no redirect to another host with what it holds', async () => {
		for (const path of [DEVICE, TOKEN]) {
			running.hub.faults.always({ path }, { kind: 'redirect' });
			assert.equal((await problemOf(attempt().ended)).code, 'network.redirect');
			running.hub.faults.clear();
		}
		assert.deepEqual(
			running.hub.traffic.requests.filter(({ host }) => host === 'foreign'),
			[],
		);
	});
});
