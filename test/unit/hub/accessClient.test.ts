import assert from 'node:assert/strict';
import { createHubAccess } from '../../../src/hub/accessClient';
import { RateLimits } from '../../../src/net/rateLimits';
import type { CredentialSource } from '../../../src/net/credential';
import type { AccessState } from '../../../src/shared/repoAccess';
import { ProblemError } from '../../../src/util/problemError';
import type { TokenName } from '../../hub/testTokens';
import { runningHub } from '../hub-server/runningHub';

const OWN = { type: 'model', id: 'acme/gated-support-chat' } as const;
const forever = new AbortController().signal;

describe('access to repos', () => {
	const running = runningHub();

	/** As the token's user; `lacks` is what the vault knows that the token may not do. */
	function accessAs(token: TokenName | undefined, lacks?: 'hub.gated' | 'hub.write') {
		const { hub } = running;
		const credentials: CredentialSource = async permission => {
			if (permission === lacks) {
				throw new ProblemError({ code: 'token.permission', permission });
			}
			return token && { value: hub.tokens[token], name: token, origins: [hub.origin] };
		};
		return createHubAccess({
			limits: new RateLimits(),
			endpoints: () => ({ hub: hub.origin, router: hub.routerOrigin }),
			credentials,
		});
	}

	type Row = readonly [token: TokenName | undefined, repo: string, state: AccessState];

	const ROWS: readonly Row[] = [
		['read', 'openai/gpt-oss-20b', 'open'],
		[undefined, 'openai/gpt-oss-20b', 'open'],
		['read', 'meta-llama/Llama-3.3-70B-Instruct', 'granted'],
		[undefined, 'meta-llama/Llama-3.3-70B-Instruct', 'signIn'],
		['read', 'meta-llama/Llama-3.1-8B-Instruct', 'pending'],
		['read', 'meta-llama/Llama-3.2-1B-Instruct', 'rejected'],
		['read', 'meta-llama/Llama-Guard-4-12B', 'reset'],
		['read', 'google/gemma-3-4b-it', 'request'],
		['read', 'acme/no-such-model', 'notFound'],
		[undefined, 'acme/no-such-model', 'notFound'],
	];

	for (const [token, id, state] of ROWS) {
		it(`is ${state} for ${id} ${token ? 'with a token' : 'without one'}`, async () => {
			assert.equal(await accessAs(token).access({ type: 'model', id }, forever), state);
		});
	}

	it('tells a token that does not reach gated repos from a user who is not let in', async () => {
		const access = (id: string) =>
			accessAs('fineGrainedInference', 'hub.gated').access({ type: 'model', id }, forever);
		assert.equal(await access('meta-llama/Llama-3.3-70B-Instruct'), 'scope');
		assert.equal(await access('google/gemma-3-4b-it'), 'scope');
		assert.equal(await access('meta-llama/Llama-3.1-8B-Instruct'), 'pending');
		assert.equal(await access('meta-llama/Llama-3.2-1B-Instruct'), 'rejected');
		assert.equal(await access('openai/gpt-oss-20b'), 'open');
	});

	it('knows datasets', async () => {
		const repo = { type: 'dataset', id: 'bigcode/the-stack-v2' } as const;
		assert.equal(await accessAs('read').access(repo, forever), 'granted');
		assert.equal(await accessAs('otherUser').access(repo, forever), 'request');
	});

	it('fails where the Hub cannot be asked, and where the token is none any more', async () => {
		const repo = { type: 'model', id: 'meta-llama/Llama-3.3-70B-Instruct' } as const;
		running.hub.faults.always({ path: /auth-check/ }, { kind: 'status', name: 'internal' });
		await assert.rejects(accessAs('read').access(repo, forever), { message: 'server' });
		running.hub.faults.clear();
		await assert.rejects(accessAs('revoked').access(repo, forever), { message: 'token.invalid' });
		await assert.rejects(accessAs('read').access({ type: 'model', id: '../etc' }, forever), {
			message: 'input.invalid',
		});
	});

	it('lists and answers the requests for a repo of one’s own', async () => {
		const access = accessAs('orgAdmin');
		const { requests, next } = await access.requests(OWN, 'pending', forever);
		assert.equal(next, undefined);
		assert.deepEqual(
			requests.map(({ user, fullName, status, fields }) => ({ user, fullName, status, fields })),
			[
				{
					user: 'chiara',
					fullName: 'Chiara Lubich',
					status: 'pending',
					fields: [
						['Affiliation', 'Acme Research'],
						['I accept the terms', 'yes'],
					],
				},
			],
		);
		await access.answer(OWN, 'chiara', { status: 'accepted' }, forever);
		assert.equal(await accessAs('noCredits').access(OWN, forever), 'granted');
		await access.answer(OWN, 'chiara', { status: 'rejected', reason: 'Not now' }, forever);
		assert.equal(await accessAs('noCredits').access(OWN, forever), 'rejected');
		const [rejected] = (await access.requests(OWN, 'rejected', forever)).requests;
		assert.equal(rejected?.user, 'chiara');
	});

	it('refuses before anything is sent where the token is known not to write', async () => {
		await assert.rejects(accessAs('read', 'hub.write').requests(OWN, 'pending', forever), {
			message: 'token.permission',
		});
		assert.deepEqual(running.hub.traffic.requests, []);
		await assert.rejects(accessAs('read').requests(OWN, 'pending', forever), {
			message: 'token.permission',
		});
	});
});
