import assert from 'node:assert/strict';
import { problemOfNetworkError } from '../../../src/net/problemOfNetworkError';
import type { ProblemCode } from '../../../src/shared/problem';

/** As `fetch` fails: a TypeError that says little, and the reason behind it. */
function fetchFailed(code: string, message = 'something'): Error {
	return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

const CODES = {
	'network.offline': [
		'ENOTFOUND',
		'EAI_AGAIN',
		'EAI_FAIL',
		'ECONNREFUSED',
		'ECONNRESET',
		'ECONNABORTED',
		'ENETUNREACH',
		'ENETDOWN',
		'EHOSTUNREACH',
		'EHOSTDOWN',
		'EADDRNOTAVAIL',
		'EPIPE',
		'UND_ERR_SOCKET',
		'UND_ERR_CLOSED',
	],
	'network.timeout': [
		'ETIMEDOUT',
		'UND_ERR_CONNECT_TIMEOUT',
		'UND_ERR_HEADERS_TIMEOUT',
		'UND_ERR_BODY_TIMEOUT',
	],
	'network.tls': [
		'CERT_HAS_EXPIRED',
		'CERT_NOT_YET_VALID',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'HOSTNAME_MISMATCH',
		'EPROTO',
	],
	'network.proxy': ['UND_ERR_PRX_TLS', 'ERR_PROXY_CONNECTION_FAILED', 'ERR_TUNNEL_CONNECTION_FAILED'],
	protocol: ['HPE_INVALID_CONSTANT', 'UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'],
} as const satisfies Partial<Record<ProblemCode, readonly string[]>>;

describe('problemOfNetworkError', () => {
	for (const [problem, codes] of Object.entries(CODES)) {
		for (const code of codes) {
			it(`takes ${code} for ${problem}`, () => {
				assert.equal(problemOfNetworkError(fetchFailed(code), 'hub.test', 7)?.code, problem);
			});
		}
	}

	it('names the host, how long it waited, and which check failed', () => {
		const host = 'hub.test';
		assert.deepEqual(problemOfNetworkError(fetchFailed('ENOTFOUND'), host, 7), {
			code: 'network.offline',
			host,
		});
		assert.deepEqual(problemOfNetworkError(fetchFailed('ETIMEDOUT'), host, 7), {
			code: 'network.timeout',
			host,
			seconds: 7,
		});
		assert.deepEqual(problemOfNetworkError(fetchFailed('CERT_HAS_EXPIRED'), host, 7), {
			code: 'network.tls',
			host,
			detail: 'CERT_HAS_EXPIRED',
		});
	});

	it('looks at every address that was tried', () => {
		const tried = ['ECONNREFUSED', 'ENETUNREACH'].map(code => Object.assign(new Error(), { code }));
		const error = new TypeError('fetch failed', { cause: new AggregateError(tried) });
		assert.equal(problemOfNetworkError(error, 'hub.test', 0)?.code, 'network.offline');
	});

	it('knows a proxy that refuses the tunnel by its sentence', () => {
		const message = 'Proxy response (407) !== 200 when HTTP Tunneling';
		assert.deepEqual(problemOfNetworkError(fetchFailed('UND_ERR_ABORTED', message), 'hub.test', 0), {
			code: 'network.proxy',
			host: 'hub.test',
			detail: message,
		});
	});

	it('leaves alone what the network has no part in', () => {
		const endless = new Error('round and round');
		endless.cause = endless;
		for (const error of [new TypeError('x is undefined'), endless, 'ECONNREFUSED', undefined, null]) {
			assert.equal(problemOfNetworkError(error, 'hub.test', 0), undefined);
		}
	});
});
