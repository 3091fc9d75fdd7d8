import assert from 'node:assert/strict';
import { checkRepoAccess, HubApiError } from '@huggingface/hub';
import type { TokenName } from '../../hub/testTokens';
import { runningHub } from './runningHub';

const REPO = 'acme/gated-support-chat';

describe('Access requests of the loopback Hub', () => {
	const running = runningHub();
	const list = async (status: string, token: TokenName = 'orgAdmin') => {
		const answer = await running.request(`/api/models/${REPO}/user-access-request/${status}`, { token });
		return { status: answer.status, body: await answer.json() };
	};
	const send = async (action: string, body: unknown, token: TokenName = 'orgAdmin', repo = REPO) => {
		const answer = await running.request(`/api/models/${repo}/user-access-request/${action}`, {
			method: 'POST',
			body: JSON.stringify(body),
			token,
		});
		return { status: answer.status, body: await answer.json() };
	};
	const users = (body: unknown) => (body as Array<{ user: { user: string } }>).map(({ user }) => user.user);
	const authCheck = async (token: TokenName) =>
		(await running.request(`/api/models/${REPO}/auth-check`, { token })).status;

	it('are listed by their state, to owners only', async () => {
		assert.deepEqual(users((await list('pending')).body), ['chiara']);
		assert.deepEqual(users((await list('accepted')).body), ['bram']);
		assert.deepEqual(users((await list('rejected')).body), []);
		assert.equal((await list('pending', 'noCredits')).status, 403);
		assert.equal((await list('pending', 'fineGrainedInference')).status, 403);
	});

	it('are accepted and rejected, which the one who asked finds at once', async () => {
		assert.equal(await authCheck('noCredits'), 403);
		assert.deepEqual(await send('handle', { user: 'chiara', status: 'accepted' }), { status: 200, body: {} });
		assert.equal(await authCheck('noCredits'), 200);
		assert.deepEqual(await send('handle', { user: 'chiara', status: 'rejected' }), { status: 200, body: {} });
		assert.equal(await authCheck('noCredits'), 403);
		assert.deepEqual(users((await list('rejected')).body), ['chiara']);
	});

	it('help a fine-grained token that may read gated repos, or this one', async () => {
		await send('grant', { user: 'ada' });
		assert.equal(await authCheck('fineGrainedGated'), 200);
		assert.equal(await authCheck('fineGrainedOrg'), 200);
		assert.equal(await authCheck('fineGrainedInference'), 403);
	});

	it('are not answered twice the same, nor for somebody who has not asked or does not exist', async () => {
		const same = await send('handle', { user: 'chiara', status: 'pending' });
		assert.deepEqual(same, {
			status: 404,
			body: { error: 'No access request found matching your criteria' },
		});
		assert.equal((await send('handle', { user: 'ada', status: 'accepted' })).status, 404);
		assert.deepEqual(await send('handle', { user: 'nobody', status: 'accepted' }), {
			status: 404,
			body: { error: 'User not found' },
		});
		assert.equal((await send('handle', { user: 'chiara', status: 'maybe' })).status, 400);
		assert.equal((await send('handle', { user: 'chiara', status: 'accepted' }, 'noCredits')).status, 403);
	});

	it('are granted without having been made, and withdrawn while they wait', async () => {
		assert.equal((await send('grant', { user: 'ada' })).status, 200);
		assert.deepEqual(users((await list('accepted')).body), ['bram', 'ada']);
		assert.deepEqual(await send('cancel', {}, 'noCredits'), { status: 200, body: { ok: true } });
		assert.equal((await send('cancel', {}, 'noCredits')).status, 404);
		assert.deepEqual(users((await list('pending')).body), []);
	});

	it('are for gated repositories', async () => {
		assert.equal((await send('grant', { user: 'chiara' }, 'write', 'ada/private-notes-chat')).status, 400);
	});

	it('keep nobody from what is public about the repository, as the client’s own probe finds', async () => {
		const probe = (repo: string) => checkRepoAccess({ ...running.hubCall(), repo });
		await probe(REPO);
		await assert.rejects(
			probe('acme/nothing'),
			(error: unknown) => error instanceof HubApiError && error.statusCode === 401,
		);
	});

	it('start anew with every test', async () => {
		await send('grant', { user: 'ada' });
		running.hub.reset();
		assert.deepEqual(users((await list('accepted')).body), ['bram']);
	});
});
