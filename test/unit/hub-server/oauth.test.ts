import assert from 'node:assert/strict';
import { oauthLoginUrl } from '@huggingface/hub';
import { CLIENT_ID } from '../../hub/oauth/oauthServer';
import { runningHub } from './runningHub';

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

describe('signing in at the loopback Hub', () => {
	const running = runningHub();

	async function post(path: string, fields: Record<string, string>) {
		const response = await running.request(path, { method: 'POST', body: new URLSearchParams(fields) });
		return { status: response.status, body: (await response.json()) as Record<string, string> };
	}

	const start = (scope = 'openid profile inference-api') =>
		post('/oauth/device', { client_id: CLIENT_ID, scope });
	const redeem = (deviceCode = '') =>
		post('/oauth/token', { grant_type: DEVICE_GRANT, device_code: deviceCode, client_id: CLIENT_ID });
	const refresh = (refreshToken = '') =>
		post('/oauth/token', { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: CLIENT_ID });

	it('is found by the client package', async () => {
		const { origin } = running.hub;
		const url = await oauthLoginUrl({
			clientId: CLIENT_ID,
			hubUrl: origin,
			redirectUrl: 'http://localhost/done',
			localStorage: {},
		});
		assert.ok(url.startsWith(`${origin}/oauth/authorize?`), url);
	});

	it('gives a code that is approved on its page, once', async () => {
		const { body: grant } = await start();
		assert.deepEqual((await redeem(grant.device_code)).body, { error: 'authorization_pending' });
		const page = await running.request(
			new URL(grant.verification_uri_complete ?? '').pathname + `?user_code=${grant.user_code}`,
		);
		assert.ok((await page.text()).includes(grant.user_code ?? '?'));
		const decided = await running.request('/oauth/device/decision', {
			method: 'POST',
			body: new URLSearchParams({ user_code: grant.user_code ?? '', decision: 'approve', account: 'bram' }),
		});
		assert.equal(decided.status, 200);
		const { status, body } = await redeem(grant.device_code);
		assert.equal(status, 200);
		assert.equal(body.token_type, 'bearer');
		assert.deepEqual((await redeem(grant.device_code)).body, { error: 'invalid_grant' });
		const user = await running.request('/oauth/userinfo', {
			headers: { Authorization: `Bearer ${body.access_token}` },
		});
		assert.equal(((await user.json()) as { preferred_username: string }).preferred_username, 'bram');
		assert.equal(running.hub.traffic.sentTo('signIn').length, 1);
	});

	it('says slow down to who asks too often', async () => {
		const { body: grant } = await start();
		await redeem(grant.device_code);
		assert.deepEqual((await redeem(grant.device_code)).body, { error: 'slow_down' });
	});

	it('renews a token once for each refresh token', async () => {
		const { body: grant } = await start();
		running.hub.oauth.decide('approve', 'ada');
		const { body: first } = await redeem(grant.device_code);
		const { body: second } = await refresh(first.refresh_token);
		assert.notEqual(second.access_token, first.access_token);
		assert.equal((await refresh(first.refresh_token)).body.error, 'invalid_grant');
		assert.equal((await refresh(second.refresh_token)).status, 200);
	});

	it('knows one app only', async () => {
		const { status, body } = await post('/oauth/device', { client_id: 'other' });
		assert.deepEqual([status, body.error], [401, 'invalid_client']);
	});

	it('lets a sign-in run models only where that was granted', async () => {
		const ask = async (scope: string) => {
			const { body: grant } = await start(scope);
			running.hub.oauth.decide('approve', 'ada');
			const { body } = await redeem(grant.device_code);
			const answer = await running.request('/v1/chat/completions', {
				router: true,
				method: 'POST',
				headers: { Authorization: `Bearer ${body.access_token}`, 'Content-Type': 'application/json' },
				body: JSON.stringify({ model: 'openai/gpt-oss-20b', messages: [{ role: 'user', content: 'hi' }] }),
			});
			await answer.text();
			return answer.status;
		};
		assert.deepEqual([await ask('openid profile inference-api'), await ask('openid profile')], [200, 403]);
	});

	it('is decided by a test in another process', async () => {
		const { body: grant } = await start();
		const answer = await running.request('/__control/oauth', {
			method: 'POST',
			body: JSON.stringify({ decision: 'deny', userCode: grant.user_code }),
		});
		assert.deepEqual(await answer.json(), { known: true });
		assert.deepEqual((await redeem(grant.device_code)).body, { error: 'access_denied' });
	});
});
