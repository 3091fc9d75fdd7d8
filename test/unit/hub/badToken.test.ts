import assert from 'node:assert/strict';
import type { Hub } from '../../../src/hub/hub';
import { createHub } from '../../../src/hub/hubClient';
import { credentialOf } from '../../hub/credentialOf';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import type { TokenName } from '../../hub/testTokens';
import { problemOf } from '../net/problemOf';

const MODEL = 'sentence-transformers/all-MiniLM-L6-v2';
const signal = new AbortController().signal;

describe('the Hub and a token that has gone bad', () => {
	let server: LoopbackHub;
	before(async () => {
		server = await startLoopbackHub();
	});
	after(() => server.stop());
	afterEach(() => server.reset());

	const hubFor = () =>
		createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () => undefined,
		});

	describe('a token that it refuses', () => {
		async function refusalsOf(name: TokenName, ask: (hub: Hub) => Promise<unknown>): Promise<string[]> {
			const refusals: string[] = [];
			const hub = createHub({
				endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
				credentials: async () => credentialOf(server, name),
				onRefused: (_, state) => refusals.push(state),
			});
			await problemOf(ask(hub));
			return refusals;
		}

		it('is told of where that is certain', async () => {
			assert.deepEqual(await refusalsOf('revoked', hub => hub.repos({ type: 'model' }, signal)), ['invalid']);
			assert.deepEqual(await refusalsOf('expired', hub => hub.repos({ type: 'model' }, signal)), ['expired']);
			assert.deepEqual(await refusalsOf('revoked', hub => hub.model(MODEL, signal)), ['invalid']);
		});

		it('is not told of where only a repo is hidden from it', async () => {
			server.faults.next({ path: /\/revision\// }, { kind: 'status', name: 'unauthorized' });
			assert.deepEqual(await refusalsOf('read', hub => hub.model(MODEL, signal)), []);
		});
	});

	describe('a repo that it hides', () => {
		it('may be private to somebody whose private repos the token does not see', async () => {
			const asked: Array<string | undefined> = [];
			const hub = createHub({
				endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
				credentials: async (_permission, _signal, on) => {
					asked.push(on);
					return { ...credentialOf(server, 'fineGrainedInference'), missesPrivate: true };
				},
			});
			const problem = { code: 'repo.notFound', repo: 'acme/secret', signedIn: true, missesPrivate: true };
			assert.deepEqual(await problemOf(hub.model('acme/secret', signal)), problem);
			server.faults.next({ path: /\/revision\// }, { kind: 'status', name: 'unauthorized' });
			assert.deepEqual(await problemOf(hub.model('acme/secret', signal)), problem);
			assert.deepEqual(asked, ['acme/secret', 'acme/secret']);
		});
	});

	describe('revoke', () => {
		it('makes the Hub forget a token, without sending it as one', async () => {
			const leaked = credentialOf(server, 'read');
			await hubFor().revoke(leaked, signal);
			const [request] = server.traffic.requests;
			assert.deepEqual(
				[request?.method, request?.path, request?.token],
				['POST', '/api/credentials/revoke', undefined],
			);
			assert.equal((await problemOf(hubFor().whoAmI(leaked, signal))).code, 'token.invalid');
		});

		it('sends a value to no host that it is not for', async () => {
			const leaked = { ...credentialOf(server, 'read'), name: 'vscode', key: 'vault/1', origins: [] };
			assert.deepEqual(await problemOf(hubFor().revoke(leaked, signal)), {
				code: 'token.consent',
				origin: server.origin,
				tokenName: 'vscode',
				tokenKey: 'vault/1',
			});
			assert.deepEqual(server.traffic.requests, []);
		});

		it('takes a value along no redirect', async () => {
			server.faults.next({ path: /revoke/ }, { kind: 'redirect' });
			const problem = await problemOf(hubFor().revoke(credentialOf(server, 'read'), signal));
			assert.equal(problem.code, 'network.redirect');
			assert.ok(server.traffic.requests.every(({ host }) => host === 'hub'));
		});
	});
});
