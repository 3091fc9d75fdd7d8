import assert from 'node:assert/strict';
import type { RequestListener, ServerResponse } from 'node:http';
import { version } from '../../../package.json';
import { openOperation } from '../../../src/net/openOperation';
import type { OperationOptions } from '../../../src/net/operation';
import { makeTestTokens } from '../../hub/testTokens';
import { type LocalServer, startServer } from './localServer';
import { problemOf } from './problemOf';

const token = makeTestTokens().read;

describe('openOperation', () => {
	const servers: LocalServer[] = [];
	const serve = async (answer: RequestListener) => {
		const server = await startServer(answer);
		servers.push(server);
		return server;
	};
	afterEach(async () => {
		await Promise.all(servers.splice(0).map(server => server.stop()));
	});

	const ok: RequestListener = (_, response) => response.end('{"ok":true}');
	const redirect =
		(status: number, location: () => string): RequestListener =>
		(request, response) =>
			request.url === '/start'
				? response.writeHead(status, { Location: location() }).end()
				: response.end('there');
	const open = (options: Partial<OperationOptions> & Pick<OperationOptions, 'origins'>) =>
		openOperation({ signal: new AbortController().signal, ...options });
	const signedIn = (origins: readonly string[]) => ({
		origins,
		credential: { value: token, name: 'test', origins },
	});
	const bearer = { headers: { Authorization: `Bearer ${token}` } };

	it('takes requests for a built-in origin to the configured one, path and query unchanged', async () => {
		const hub = await serve(ok);
		const operation = open({
			...signedIn([hub.origin]),
			rewrite: { 'https://huggingface.co': hub.origin },
		});
		await operation.fetch('https://huggingface.co/api/models?search=a%2Fb&expand=x&expand=y', bearer);
		assert.deepEqual(
			hub.seen.map(({ url, headers }) => [url, headers.authorization]),
			[['/api/models?search=a%2Fb&expand=x&expand=y', `Bearer ${token}`]],
		);
	});

	it('sends nothing at all in offline mode, and says which variable is the reason', async () => {
		const hub = await serve(ok);
		const environment = { HF_HUB_OFFLINE: '1' };
		const problem = await problemOf(
			open({ ...signedIn([hub.origin]), environment }).fetch(hub.origin, bearer),
		);
		assert.deepEqual(problem, { code: 'network.offlineMode', variable: 'HF_HUB_OFFLINE' });
		assert.deepEqual(hub.seen, []);
	});

	it('sends nothing to an origin that is not allowed', async () => {
		const [hub, other] = [await serve(ok), await serve(ok)];
		const problem = await problemOf(open({ origins: [hub.origin] }).fetch(`${other.origin}/x`));
		assert.deepEqual(problem, { code: 'network.redirect', host: new URL(other.origin).host });
		assert.deepEqual(other.seen, []);
	});

	it('sends a token only where it belongs, even to an origin that is allowed', async () => {
		const [hub, other] = [await serve(ok), await serve(ok)];
		const operation = open({ ...signedIn([hub.origin]), origins: [hub.origin, other.origin] });
		const problem = await problemOf(operation.fetch(`${other.origin}/x`, bearer));
		assert.deepEqual(problem, { code: 'token.consent', origin: other.origin, tokenName: 'test' });
		assert.deepEqual(other.seen, []);
	});

	it('sends no Authorization but the credential’s own', async () => {
		const hub = await serve(ok);
		const foreign = { headers: { Authorization: `Bearer ${makeTestTokens().write}` } };
		for (const options of [signedIn([hub.origin]), { origins: [hub.origin] }]) {
			const problem = await problemOf(open(options).fetch(hub.origin, foreign));
			assert.deepEqual(problem, { code: 'token.origin', origin: hub.origin });
		}
		assert.deepEqual(hub.seen, []);
	});

	it('refuses a credential that is no Hugging Face token, without quoting it', async () => {
		const hub = await serve(ok);
		const value = `sk-${'x'.repeat(40)}\r\nX-Evil: 1`;
		const operation = open({
			origins: [hub.origin],
			credential: { value, name: 'HF_TOKEN', origins: [hub.origin] },
		});
		const problem = await problemOf(
			operation.fetch(hub.origin, { headers: { Authorization: `Bearer ${value}` } }),
		);
		assert.equal(problem.code, 'token.format');
		assert.ok(!JSON.stringify(problem).includes('sk-'));
		assert.deepEqual(hub.seen, []);
	});

	describe('redirects', () => {
		it('keeps the token at the same origin', async () => {
			const hub = await serve(redirect(307, () => '/api/resolve-cache/x'));
			const response = await open(signedIn([hub.origin])).fetch(`${hub.origin}/start`, bearer);
			assert.equal(await response.text(), 'there');
			assert.deepEqual(
				hub.seen.map(({ url, headers }) => [url, headers.authorization]),
				[
					['/start', `Bearer ${token}`],
					['/api/resolve-cache/x', `Bearer ${token}`],
				],
			);
		});

		it('leaves the token behind at another origin, and does not pick it up again on the way back', async () => {
			const hub = await serve(redirect(302, () => `${cdn.origin}/start`));
			const cdn: LocalServer = await serve(redirect(302, () => `${hub.origin}/back`));
			const origins = [hub.origin, cdn.origin];
			await open(signedIn(origins)).fetch(`${hub.origin}/start`, {
				headers: { ...bearer.headers, Cookie: 'session=1', Accept: 'text/plain' },
			});
			const arrived = [...cdn.seen, ...hub.seen.slice(1)];
			assert.deepEqual(
				arrived.map(({ url, headers: { authorization, cookie, accept } }) => [
					url,
					authorization,
					cookie,
					accept,
				]),
				[
					['/start', undefined, undefined, 'text/plain'],
					['/back', undefined, undefined, 'text/plain'],
				],
			);
		});

		it('stops before an origin that is not allowed', async () => {
			const elsewhere = await serve(ok);
			const hub = await serve(redirect(302, () => `${elsewhere.origin}/x`));
			const problem = await problemOf(open(signedIn([hub.origin])).fetch(`${hub.origin}/start`, bearer));
			assert.deepEqual(problem, { code: 'network.redirect', host: new URL(elsewhere.origin).host });
			assert.deepEqual(elsewhere.seen, []);
		});

		it('never sends a body on to another origin', async () => {
			for (const status of [301, 302, 303, 307, 308]) {
				const elsewhere = await serve(ok);
				const hub = await serve(redirect(status, () => `${elsewhere.origin}/x`));
				const operation = open({ origins: [hub.origin, elsewhere.origin] });
				const problem = await problemOf(
					operation.fetch(`${hub.origin}/start`, { method: 'POST', body: 'secret prompt' }),
				);
				assert.equal(problem.code, 'network.redirect', String(status));
				assert.deepEqual(elsewhere.seen, []);
			}
		});

		for (const [status, method, body] of [
			[301, 'GET', ''],
			[302, 'GET', ''],
			[303, 'GET', ''],
			[307, 'POST', '{}'],
			[308, 'POST', '{}'],
		] as const) {
			it(`turns a POST that is answered with ${status} into a ${method}`, async () => {
				const hub = await serve(redirect(status, () => '/next'));
				await open({ origins: [hub.origin] }).fetch(`${hub.origin}/start`, {
					method: 'POST',
					body: '{}',
				});
				assert.deepEqual(
					hub.seen.slice(1).map(seen => [seen.method, seen.url, seen.body]),
					[[method, '/next', body]],
				);
			});
		}

		it('gives up after five', async () => {
			const hub = await serve((_, response) => response.writeHead(302, { Location: '/again' }).end());
			const problem = await problemOf(open({ origins: [hub.origin] }).fetch(hub.origin));
			assert.deepEqual(problem, { code: 'network.redirect', host: new URL(hub.origin).host });
			assert.equal(hub.seen.length, 6);
		});

		for (const [what, location] of [
			['to no address', () => 'http://'],
			['to another protocol', () => 'ftp://127.0.0.1/x'],
			['with a password in it', (origin: string) => origin.replace('//', '//user:pass@')],
		] as const) {
			it(`does not follow one ${what}`, async () => {
				const hub: LocalServer = await serve(redirect(302, () => location(hub.origin)));
				const problem = await problemOf(open({ origins: [hub.origin] }).fetch(`${hub.origin}/start`));
				assert.equal(problem.code, 'network.redirect');
			});
		}
	});

	describe('endings', () => {
		const silent: RequestListener = () => undefined;

		it('can be aborted by the operation’s signal and by the caller’s', async () => {
			for (const which of ['operation', 'caller'] as const) {
				const hub = await serve(silent);
				const stop = { operation: new AbortController(), caller: new AbortController() };
				const operation = open({ origins: [hub.origin], signal: stop.operation.signal });
				const failed = problemOf(operation.fetch(hub.origin, { signal: stop.caller.signal }));
				while (hub.seen.length === 0) {
					await new Promise(setImmediate);
				}
				stop[which].abort(new Error('any reason'));
				assert.deepEqual(await failed, { code: 'cancelled' }, which);
			}
		});

		it('says how long it waited for headers that did not come', async () => {
			const hub = await serve(silent);
			const operation = open({ origins: [hub.origin], headersTimeout: 1000 });
			assert.deepEqual(await problemOf(operation.fetch(hub.origin)), {
				code: 'network.timeout',
				host: new URL(hub.origin).host,
				seconds: 1,
			});
		});

		it('lets a body take longer than the headers may', async () => {
			const hub = await serve((_, response) => {
				response.writeHead(200).flushHeaders();
				setTimeout(() => response.end('late'), 1_200);
			});
			const response = await open({ origins: [hub.origin], headersTimeout: 1_000 }).fetch(hub.origin);
			assert.equal(await response.text(), 'late');
		});

		it('tells a refused connection, a reset one, broken TLS and broken HTTP apart', async () => {
			const gone = await startServer(ok);
			await gone.stop();
			const resetting = await serve(request => request.socket.destroy());
			const plain = await serve(ok);
			const garbled = await serve((_, response) => response.socket?.end('garbage\r\n\r\n'));
			const secure = plain.origin.replace('http:', 'https:');
			const codes = await Promise.all(
				[gone.origin, resetting.origin, secure, garbled.origin].map(async origin => {
					const problem = await problemOf(open({ origins: [origin] }).fetch(origin));
					return problem.code;
				}),
			);
			assert.deepEqual(codes, ['network.offline', 'network.offline', 'network.tls', 'protocol']);
		});
	});

	it('says who asks, and lets the client package say so too', async () => {
		const hub = await serve(ok);
		const operation = open({ origins: [hub.origin] });
		await operation.fetch(hub.origin);
		await operation.fetch(hub.origin, { headers: { 'User-Agent': '@huggingface/inference/4' } });
		assert.deepEqual(
			hub.seen.map(({ headers }) => headers['user-agent']),
			[`hf-workbench/${version}`, `hf-workbench/${version} @huggingface/inference/4`],
		);
	});

	describe('what an error says', () => {
		const failing = (status: number, headers: Record<string, string>, body: (out: ServerResponse) => void) =>
			serve((_, response) => {
				response.writeHead(status, headers);
				body(response);
			});

		it('is kept, headers and body, and the client can still read it', async () => {
			const body = JSON.stringify({ error: `No such thing: ${token}` });
			const hub = await failing(
				404,
				{
					'Content-Type': 'application/json; charset=utf-8',
					'X-Error-Code': 'RepoNotFound',
					'X-Error-Message': 'Repository not found',
					'X-Request-Id': 'Root=1-67',
				},
				out => out.end(body),
			);
			const operation = open({ origins: [hub.origin] });
			const response = await operation.fetch(`${hub.origin}/api/models/a/b`);
			assert.equal(await response.text(), body);
			assert.equal(response.url, `${hub.origin}/api/models/a/b`);
			assert.deepEqual(operation.last, {
				status: 404,
				host: new URL(hub.origin).host,
				contentType: 'application/json; charset=utf-8',
				errorCode: 'RepoNotFound',
				errorMessage: 'Repository not found',
				requestId: 'Root=1-67',
				errorBody: '{"error":"No such thing: [access token]"}',
			});
		});

		it('is empty where there is nothing', async () => {
			const hub = await failing(500, {}, out => out.end());
			const operation = open({ origins: [hub.origin] });
			assert.equal(await (await operation.fetch(hub.origin)).text(), '');
			assert.equal(operation.last?.errorBody, '');
		});

		it('is cut where it never ends', async () => {
			const hub = await failing(502, { 'Content-Type': 'text/html' }, out => {
				const more = () => {
					while (!out.destroyed && out.write('x'.repeat(4096)));
				};
				out.on('drain', more);
				more();
			});
			const operation = open({ origins: [hub.origin] });
			const response = await operation.fetch(hub.origin);
			assert.equal((await response.text()).length, 64 * 1024);
			assert.equal(operation.last?.errorBody?.length, 8 * 1024);
		});

		it('is what came before the connection broke', async () => {
			const hub = await failing(500, { 'Content-Type': 'application/json' }, out => {
				out.write('{"error":"half', () => setTimeout(() => out.destroy(), 20));
			});
			const operation = open({ origins: [hub.origin] });
			const response = await operation.fetch(hub.origin);
			assert.equal(await response.text(), '{"error":"half');
			assert.equal(operation.last?.errorBody, '{"error":"half');
		});

		it('does not keep an aborted operation waiting', async () => {
			let closed = false;
			const hub = await failing(500, {}, out => {
				out.on('close', () => (closed = true));
				out.write('and');
			});
			const stop = new AbortController();
			const operation = open({ origins: [hub.origin], signal: stop.signal });
			const answered = operation.fetch(hub.origin).catch(() => undefined);
			while (!operation.last) {
				await new Promise(setImmediate);
			}
			stop.abort();
			await answered;
			while (!closed) {
				await new Promise(setImmediate);
			}
		});
	});
});
