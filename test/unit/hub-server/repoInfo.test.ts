import assert from 'node:assert/strict';
import {
	checkRepoAccess,
	datasetInfo,
	HubApiError,
	modelInfo,
	repoExists,
	spaceInfo,
} from '@huggingface/hub';
import type { TokenName } from '../../hub/testTokens';
import { runningHub } from './runningHub';

function hasStatus(status: number, text?: string): (error: unknown) => true {
	return error => {
		assert.ok(error instanceof HubApiError, String(error));
		assert.equal(error.statusCode, status);
		assert.ok(text === undefined || error.message.includes(text), error.message);
		return true;
	};
}

describe('Single repositories of the loopback Hub', () => {
	const running = runningHub();

	it('answers modelInfo, also for an id of one part and with more fields', async () => {
		const model = await modelInfo({
			...running.hubCall(),
			name: 'gpt2',
			additionalFields: ['sha', 'library_name', 'safetensors'],
		});
		assert.equal(model.name, 'gpt2');
		assert.equal(model.task, 'text-generation');
		assert.match(model.sha, /^[0-9a-f]{40}$/);
		assert.equal(model.library_name, 'transformers');
		assert.equal(model.safetensors?.total, 137_000_000);
		assert.ok(model.updatedAt instanceof Date && !Number.isNaN(model.updatedAt.getTime()));
	});

	it('answers datasetInfo and spaceInfo', async () => {
		const dataset = await datasetInfo({ ...running.hubCall(), name: 'stanfordnlp/imdb' });
		assert.equal(dataset.name, 'stanfordnlp/imdb');
		const space = await spaceInfo({
			...running.hubCall(),
			name: 'tulip/field-guide',
			additionalFields: ['runtime'],
		});
		assert.equal(space.sdk, 'static');
		assert.equal(space.runtime?.stage, 'RUNNING');
	});

	it('gives the mapping of providers as an object, and always', async () => {
		for (const id of ['openai/gpt-oss-20b', 'microsoft/Phi-4-mini-instruct', 'gpt2']) {
			const response = await running.request(`/api/models/${id}?expand[]=inferenceProviderMapping`);
			const body = (await response.json()) as { inferenceProviderMapping: Record<string, { task: string }> };
			assert.equal(typeof body.inferenceProviderMapping, 'object');
			assert.ok(!Array.isArray(body.inferenceProviderMapping));
		}
	});

	it('knows HEAD, branches, tags, pull requests and commits, and no other revision', async () => {
		const shaAt = async (revision?: string) =>
			(
				await modelInfo({
					...running.hubCall(),
					name: 'openai/gpt-oss-20b',
					additionalFields: ['sha'],
					...(revision === undefined ? {} : { revision }),
				})
			).sha;
		const main = await shaAt();
		assert.equal(await shaAt('main'), main);
		assert.equal(await shaAt('v1.0'), main);
		assert.equal(await shaAt(main), main);
		assert.notEqual(await shaAt('refs/pr/1'), main);
		await assert.rejects(shaAt('nope'), hasStatus(404, 'Invalid rev id: nope'));
	});

	const access: ReadonlyArray<
		readonly [repo: string, token: TokenName | undefined, status: 200 | 401 | 403 | 404, text?: string]
	> = [
		['openai/gpt-oss-20b', undefined, 200],
		['openai/nothing-here', undefined, 401, 'Invalid username or password.'],
		['openai/nothing-here', 'read', 404, 'Repository not found'],
		['acme/support-chat', undefined, 401, 'Invalid username or password.'],
		['acme/support-chat', 'read', 200],
		['acme/support-chat', 'noCredits', 404, 'Repository not found'],
		['acme/support-chat', 'fineGrainedInference', 404, 'Repository not found'],
		['acme/support-chat', 'fineGrainedOrg', 200],
		['ada/private-notes-chat', 'fineGrainedInference', 200],
		['ada/private-notes-chat', 'otherUser', 404],
		['meta-llama/Llama-3.1-8B-Instruct', undefined, 200],
		['tulip/disabled-model', 'read', 403, 'Access to this resource is disabled.'],
		['openai/gpt-oss-20b', 'revoked', 401, 'Invalid username or password.'],
		['datasets/acme/support-tickets', 'orgAdmin', 200],
		['spaces/acme/triage-board', 'noCredits', 404],
	];
	for (const [repo, token, status, text] of access) {
		it(`answers ${status} to ${token ?? 'nobody'} asking for ${repo}`, async () => {
			const check = checkRepoAccess({ ...running.hubCall(token), repo });
			await (status === 200 ? check : assert.rejects(check, hasStatus(status, text)));
		});
	}

	it('tells repoExists the truth', async () => {
		assert.equal(await repoExists({ ...running.hubCall(), repo: 'gpt2' }), true);
		assert.equal(await repoExists({ ...running.hubCall('read'), repo: 'nobody/nothing' }), false);
	});

	const gates: ReadonlyArray<
		readonly [repo: string, token: TokenName | undefined, status: number, text: string]
	> = [
		['openai/gpt-oss-20b', undefined, 200, 'OK'],
		['meta-llama/Llama-3.3-70B-Instruct', undefined, 401, 'Please log in.'],
		['meta-llama/Llama-3.3-70B-Instruct', 'read', 200, 'OK'],
		['meta-llama/Llama-3.3-70B-Instruct', 'fineGrainedInference', 403, 'not in the authorized list'],
		['meta-llama/Llama-3.3-70B-Instruct', 'fineGrainedGated', 200, 'OK'],
		['meta-llama/Llama-3.3-70B-Instruct', 'otherUser', 403, 'awaiting a review'],
		['meta-llama/Llama-3.3-70B-Instruct', 'noCredits', 403, 'not in the authorized list'],
		['meta-llama/Llama-3.2-1B-Instruct', 'read', 403, 'has been rejected'],
		['meta-llama/Llama-Guard-4-12B', 'read', 403, 'has been reset'],
		['google/gemma-3-27b-it', 'read', 200, 'OK'],
		['google/gemma-3-27b-it', 'otherUser', 403, 'not in the authorized list'],
		['google/embeddinggemma-300m', 'read', 403, 'awaiting a review'],
		['google/medgemma-4b-it', 'read', 403, 'has been rejected'],
	];
	for (const [repo, token, status, text] of gates) {
		it(`auth-check: ${token ?? 'nobody'} on ${repo} is answered ${status}`, async () => {
			const response = await running.request(
				`/api/models/${repo}/auth-check`,
				token === undefined ? {} : { token },
			);
			assert.equal(response.status, status);
			assert.ok((await response.text()).includes(text));
			assert.equal(response.headers.get('X-Error-Code'), status === 200 ? null : 'GatedRepo');
		});
	}

	it('tags JSON weakly, and says when it has not changed', async () => {
		const first = await running.request('/api/models/gpt2');
		const tag = first.headers.get('ETag') ?? '';
		assert.match(tag, /^W\/"[0-9a-f]+-/);
		assert.equal(first.headers.get('Content-Type'), 'application/json; charset=utf-8');
		const again = await running.request('/api/models/gpt2', { headers: { 'If-None-Match': tag } });
		assert.equal(again.status, 304);
		const other = await running.request('/api/models/openai/gpt-oss-20b', {
			headers: { 'If-None-Match': tag },
		});
		assert.equal(other.status, 200);
	});

	it('says of an unknown route under /api that there is no such page', async () => {
		const response = await running.request('/api/nothing', { token: 'read' });
		assert.equal(response.status, 404);
		assert.deepEqual(await response.json(), { error: "Sorry, we can't find the page you are looking for." });
	});
});
