import assert from 'node:assert/strict';
import { createRepo, deleteRepo, downloadFile, HubApiError, modelInfo, repoExists } from '@huggingface/hub';
import type { TokenName } from '../../hub/testTokens';
import { runningHub } from './runningHub';

describe('Creating, moving and deleting repositories of the loopback Hub', () => {
	const running = runningHub();
	const call = (token: TokenName) => ({ ...running.hubCall(token), accessToken: running.hub.tokens[token] });
	const send = (method: string, path: string, body: unknown, token: TokenName) =>
		running.request(path, { method, body: JSON.stringify(body), token });
	const isRefused = (status: number) => (error: unknown) =>
		error instanceof HubApiError && error.statusCode === status;

	it('creates a private repository with files, once', async () => {
		const files = [{ path: 'notes.txt', content: new TextEncoder().encode('hello').buffer }];
		const made = await createRepo({ ...call('write'), repo: 'ada/new-model', private: true, files });
		assert.equal(made.repoUrl, `${running.hub.origin}/ada/new-model`);
		const info = await modelInfo({ ...call('write'), name: 'ada/new-model' });
		assert.equal(info.private, true);
		const file = await downloadFile({
			...call('write'),
			repo: 'ada/new-model',
			path: 'notes.txt',
			xet: false,
		});
		assert.equal(await file?.text(), 'hello');
		await assert.rejects(createRepo({ ...call('write'), repo: 'ada/new-model' }), isRefused(409));
		assert.equal(await repoExists({ ...running.hubCall(), repo: 'ada/new-model' }), false);
	});

	it('creates datasets and spaces', async () => {
		await createRepo({ ...call('orgAdmin'), repo: 'datasets/acme/new-data' });
		await createRepo({ ...call('orgAdmin'), repo: 'spaces/acme/new-space', sdk: 'docker' });
		assert.equal(await repoExists({ ...running.hubCall('orgAdmin'), repo: 'datasets/acme/new-data' }), true);
		assert.equal(await repoExists({ ...running.hubCall('orgAdmin'), repo: 'spaces/acme/new-space' }), true);
	});

	const rights: ReadonlyArray<readonly [TokenName, string, boolean]> = [
		['write', 'ada/x', true],
		['write', 'acme/x', true],
		['write', 'bram/x', false],
		['write', 'tulip/x', false],
		['read', 'ada/x', false],
		['orgAdmin', 'tulip/x', true],
		['fineGrainedNoInference', 'ada/x', true],
		['fineGrainedInference', 'ada/x', false],
	];
	for (const [token, repo, allowed] of rights) {
		it(`${allowed ? 'lets' : 'does not let'} the token “${token}” create ${repo}`, async () => {
			const made = createRepo({ ...call(token), repo });
			await (allowed ? made : assert.rejects(made, isRefused(403)));
		});
	}

	it('deletes what the caller owns and nothing else', async () => {
		await assert.rejects(deleteRepo({ ...call('write'), repo: 'openai/gpt-oss-20b' }), isRefused(403));
		await deleteRepo({ ...call('write'), repo: 'ada/private-notes-chat' });
		assert.equal(await repoExists({ ...running.hubCall('write'), repo: 'ada/private-notes-chat' }), false);
	});

	it('moves a repository and changes its settings', async () => {
		const moved = await send(
			'POST',
			'/api/repos/move',
			{ fromRepo: 'acme/support-chat', toRepo: 'acme/help-chat', type: 'model' },
			'write',
		);
		assert.equal(moved.status, 200);
		assert.equal(await repoExists({ ...running.hubCall('write'), repo: 'acme/support-chat' }), false);
		const settings = await send(
			'PUT',
			'/api/models/acme/help-chat/settings',
			{ private: false, gated: 'auto' },
			'write',
		);
		assert.equal(settings.status, 200);
		const info = await modelInfo({ ...running.hubCall(), name: 'acme/help-chat' });
		assert.deepEqual([info.private, info.gated], [false, 'auto']);
		const wrong = await send('PUT', '/api/models/acme/help-chat/settings', { gated: 'maybe' }, 'write');
		assert.equal(wrong.status, 400);
	});

	it('forgets all changes on reset', async () => {
		await deleteRepo({ ...call('write'), repo: 'ada/private-notes-chat' });
		running.hub.reset();
		assert.equal(await repoExists({ ...running.hubCall('write'), repo: 'ada/private-notes-chat' }), true);
	});
});
