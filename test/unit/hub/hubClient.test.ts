import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import type { Hub, RepoPage } from '../../../src/hub/hub';
import { createHub } from '../../../src/hub/hubClient';
import type { RepoQuery, RepoSummary } from '../../../src/hub/repo';
import type { Problem, ProblemCode } from '../../../src/shared/problem';
import { ProblemError } from '../../../src/util/problemError';
import { credentialOf } from '../../hub/credentialOf';
import type { Fault, StatusFault } from '../../hub/fault';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import type { TokenName } from '../../hub/testTokens';
import { startServer } from '../net/localServer';
import { problemOf } from '../net/problemOf';

const MODEL = 'sentence-transformers/all-MiniLM-L6-v2';
const signal = new AbortController().signal;

describe('the Hub', () => {
	let server: LoopbackHub;
	before(async () => {
		server = await startLoopbackHub();
	});
	after(() => server.stop());
	afterEach(() => server.reset());

	function hubFor(name?: TokenName, deadline?: number): Hub {
		return createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () =>
				name && { value: server.tokens[name], name: 'vscode', origins: [server.origin] },
			...(deadline !== undefined && { deadline }),
		});
	}
	const status = (name: StatusFault): Fault => ({ kind: 'status', name });
	const host = () => new URL(server.origin).host;

	describe('whoAmI', () => {
		it('says whose a token is', async () => {
			const identity = await hubFor().whoAmI(credentialOf(server, 'fineGrainedInference'), signal);
			assert.equal(identity.user, 'ada');
			assert.equal(identity.role, 'fineGrained');
			assert.deepEqual(identity.fineGrained?.scoped, [
				{
					entity: { type: 'user', name: 'ada' },
					permissions: ['inference.serverless.write', 'repo.content.read'],
				},
			]);
			assert.deepEqual(identity.organisations, [{ name: 'acme', canPay: true, role: 'write' }]);
		});

		it('reads an OAuth token', async () => {
			const { user, role, fineGrained, expiresAt } = await hubFor().whoAmI(
				credentialOf(server, 'oauth'),
				signal,
			);
			assert.deepEqual({ user, role, fineGrained }, { user: 'bram', role: 'oauth', fineGrained: undefined });
			assert.equal(expiresAt, Date.parse('2099-01-01T00:00:00.000Z'));
		});

		it('tells an expired token from one that is unknown', async () => {
			assert.deepEqual(await problemOf(hubFor().whoAmI(credentialOf(server, 'expired'), signal)), {
				code: 'token.expired',
				tokenName: 'last-year',
			});
			assert.deepEqual(await problemOf(hubFor().whoAmI(credentialOf(server, 'revoked'), signal)), {
				code: 'token.invalid',
			});
		});

		it('sends nothing that is no access token', async () => {
			const problem = await problemOf(
				hubFor().whoAmI({ value: 'sk-proj-something', name: '', origins: [server.origin] }, signal),
			);
			assert.equal(problem.code, 'token.format');
			assert.deepEqual(server.traffic.requests, []);
		});
	});

	describe('models', () => {
		const idsOf = (pages: readonly RepoPage[]) => pages.flatMap(({ repos }) => repos.map(({ id }) => id));

		async function allPages(first: RepoPage): Promise<readonly RepoPage[]> {
			const pages = [first];
			for (let last: RepoPage | undefined = first; last?.next;) {
				last = await last.next(signal);
				pages.push(last);
			}
			return pages;
		}

		it('come in pages of 50, one request each, every model once', async () => {
			const pages = await allPages(await hubFor().repos({ type: 'model' }, signal));
			const ids = idsOf(pages);
			assert.ok(pages.length > 2);
			assert.ok(pages.slice(0, -1).every(({ repos }) => repos.length === 50));
			assert.equal(new Set(ids).size, ids.length);
			assert.equal(server.traffic.requests.length, pages.length);
			assert.ok(server.traffic.requests.every(({ path }) => path.includes('limit=50')));
		});

		it('can be asked for the same page again, also after it failed', async () => {
			const first = await hubFor('read').repos({ type: 'model' }, signal);
			assert.ok(first.next);
			server.faults.next({ path: /cursor=/ }, status('internal'));
			assert.equal((await problemOf(first.next(signal))).code, 'server');
			const [once, twice] = [await first.next(signal), await first.next(signal)];
			assert.deepEqual(idsOf([once]), idsOf([twice]));
			assert.notDeepEqual(idsOf([once]), idsOf([first]));
		});

		it('are narrowed as asked', async () => {
			const hub = hubFor('read');
			const check = async (query: Omit<RepoQuery, 'type'>, fits: (model: RepoSummary) => boolean) => {
				const { repos: models } = await hub.repos({ type: 'model', ...query }, signal);
				assert.ok(models.length > 0, JSON.stringify(query));
				assert.deepEqual(
					models.filter(model => !fits(model)).map(({ id }) => id),
					[],
				);
			};
			await check({ text: 'MiniLM' }, ({ id }) => /minilm/i.test(id));
			await check({ owner: 'Qwen' }, ({ id }) => id.startsWith('Qwen/'));
			await check({ pipelineTag: 'fill-mask' }, ({ pipelineTag }) => pipelineTag === 'fill-mask');
			await check(
				{ provider: 'hf-inference' },
				({ providers }) => providers?.some(({ provider }) => provider === 'hf-inference') ?? false,
			);
		});

		it('are sorted as asked', async () => {
			const { repos } = await hubFor().repos({ type: 'model', sort: 'downloads' }, signal);
			const downloads = repos.map(model => model.downloads ?? 0);
			assert.deepEqual(
				downloads,
				[...downloads].sort((one, other) => other - one),
			);
		});

		it('are not asked for without the token that the Hub refused', async () => {
			assert.deepEqual(await problemOf(hubFor('revoked').repos({ type: 'model' }, signal)), {
				code: 'token.invalid',
				tokenName: 'vscode',
			});
			assert.deepEqual(
				server.traffic.requests.map(({ token }) => token),
				['revoked'],
			);
		});

		it('are not asked for where a link leads to somebody else', async () => {
			for (const [name, code] of [
				['read', 'token.origin'],
				[undefined, 'network.redirect'],
			] as const) {
				server.faults.next({ path: /models/ }, { kind: 'foreignLinkHeader' });
				const { next } = await hubFor(name).repos({ type: 'model' }, signal);
				assert.ok(next);
				assert.equal((await problemOf(next(signal))).code, code);
			}
			assert.ok(server.traffic.requests.every(({ host }) => host === 'hub'));
		});
	});

	describe('model', () => {
		it('comes with its providers', async () => {
			const model = await hubFor('read').model(MODEL, signal);
			assert.equal(model.id, MODEL);
			assert.ok(model.providers?.some(({ provider, status }) => provider && status === 'live'));
		});

		it('that is not there says whether anybody was signed in', async () => {
			for (const [name, signedIn] of [
				[undefined, false],
				['read', true],
			] as const) {
				const problem = await problemOf(hubFor(name).model('no/such', signal));
				assert.deepEqual(problem, { code: 'repo.notFound', repo: 'no/such', signedIn });
			}
		});

		it('asks whose token it is where 401 could mean either', async () => {
			server.faults.next({ path: /api\/models/ }, status('unauthorized'));
			assert.deepEqual(await problemOf(hubFor('read').model(MODEL, signal)), {
				code: 'repo.notFound',
				repo: MODEL,
				signedIn: true,
			});
			assert.deepEqual(await problemOf(hubFor('revoked').model(MODEL, signal)), {
				code: 'token.invalid',
				tokenName: 'vscode',
			});
			assert.deepEqual(await problemOf(hubFor('expired').model(MODEL, signal)), {
				code: 'token.expired',
				tokenName: 'vscode',
			});
		});

		for (const id of ['', '..', 'a/..', '../whoami-v2', 'a/b/c', 'a b', 'a/b?c=d', 'a/b#c', 'a%2Fb']) {
			it(`is not asked for by “${id}”`, async () => {
				assert.equal((await problemOf(hubFor('read').model(id, signal))).code, 'input.invalid');
				assert.deepEqual(server.traffic.requests, []);
			});
		}
	});

	const operations: Readonly<Record<string, (hub: Hub, signal: AbortSignal) => Promise<unknown>>> = {
		whoAmI: (hub, signal) => hub.whoAmI(credentialOf(server, 'read'), signal),
		models: (hub, signal) => hub.repos({ type: 'model' }, signal),
		model: (hub, signal) => hub.model(MODEL, signal),
	};
	const faults: ReadonlyArray<readonly [Fault, ProblemCode]> = [
		[status('expiredToken'), 'token.expired'],
		[status('rateLimited'), 'rateLimited'],
		[status('rateLimitedBare'), 'rateLimited'],
		[status('internal'), 'server'],
		[status('badGateway'), 'server'],
		[status('gatewayTimeout'), 'server'],
		[{ kind: 'brokenJson' }, 'protocol'],
		[{ kind: 'wrongContentType' }, 'protocol'],
		[{ kind: 'emptyBody' }, 'protocol'],
		[{ kind: 'reset' }, 'network.offline'],
		[{ kind: 'redirect' }, 'network.redirect'],
		[{ kind: 'hang' }, 'network.timeout'],
	];

	for (const [name, operation] of Object.entries(operations)) {
		for (const [fault, code] of faults) {
			const label = fault.kind === 'status' ? fault.name : fault.kind;
			it(`${name}: ${label} is ${code}, and the next call works`, async () => {
				const hub = hubFor('read', fault.kind === 'hang' ? 200 : undefined);
				server.faults.next({ host: 'hub' }, fault);
				const problem: Problem = await problemOf(operation(hub, signal));
				assert.equal(problem.code, code);
				assert.ok(!JSON.stringify(problem).includes(server.tokens.read));
				assert.ok(server.traffic.requests.every(({ host }) => host === 'hub'));
				await operation(hubFor('read'), signal);
			});
		}

		it(`${name}: works with one byte at a time`, async () => {
			server.faults.next({ host: 'hub' }, { kind: 'oneByteChunks' });
			await operation(hubFor('read'), signal);
		});

		it(`${name}: can be cancelled`, async () => {
			const stop = new AbortController();
			server.faults.next({ host: 'hub' }, { kind: 'hang' });
			const failed = problemOf(operation(hubFor('read'), stop.signal));
			while (server.traffic.requests.length === 0) {
				await new Promise(setImmediate);
			}
			stop.abort();
			assert.deepEqual(await failed, { code: 'cancelled' });
		});
	}

	describe('an answer that stops half-way', () => {
		const half: RequestListener = (_, response) => {
			response.writeHead(200, { 'Content-Type': 'application/json' });
			response.write('[{"id":"a/b"');
		};
		const hubAt = (origin: string, deadline?: number) =>
			createHub({
				endpoints: () => ({ hub: origin, router: origin }),
				credentials: async () => undefined,
				...(deadline !== undefined && { deadline }),
			});

		it('is not waited for beyond the deadline', async () => {
			const { origin, stop } = await startServer(half);
			assert.deepEqual(await problemOf(hubAt(origin, 1000).repos({ type: 'model' }, signal)), {
				code: 'network.timeout',
				host: new URL(origin).host,
				seconds: 1,
			});
			await stop();
		});

		it('can be cancelled, for whatever reason', async () => {
			const { origin, seen, stop } = await startServer(half);
			const cancel = new AbortController();
			const failed = problemOf(hubAt(origin).repos({ type: 'model' }, cancel.signal));
			while (seen.length === 0) {
				await new Promise(setImmediate);
			}
			setTimeout(() => cancel.abort(new Error('any reason')), 50);
			assert.deepEqual(await failed, { code: 'cancelled' });
			await stop();
		});
	});

	it('says when to ask again', async () => {
		server.faults.next({ host: 'hub' }, { kind: 'status', name: 'rateLimited', seconds: 42 });
		assert.deepEqual(await problemOf(hubFor().repos({ type: 'model' }, signal)), {
			code: 'rateLimited',
			resetSeconds: 42,
		});
	});

	it('names its host where it cannot be reached', async () => {
		server.faults.next({ host: 'hub' }, { kind: 'reset' });
		assert.deepEqual(await problemOf(hubFor().repos({ type: 'model' }, signal)), {
			code: 'network.offline',
			host: host(),
		});
	});

	it('passes on why there is no token', async () => {
		const problem: Problem = { code: 'token.keyring', detail: 'locked' };
		const hub = createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: () => Promise.reject(new ProblemError(problem)),
		});
		assert.deepEqual(await problemOf(hub.repos({ type: 'model' }, signal)), problem);
	});
});
