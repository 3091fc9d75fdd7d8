import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { proxyFindings } from '../../../src/doctor/checks/proxyFindings';
import type { NetworkFinding } from '../../../src/doctor/findings/networkFinding';
import type { HttpSettings } from '../../../src/net/httpSettings';

const PLAIN: HttpSettings = { proxy: '', proxySupport: 'override', proxyStrictSSL: true, noProxy: [] };
const PROXY = 'http://ada:secret@proxy.example:8080';

type Row = readonly [
	what: string,
	http: Partial<HttpSettings>,
	environment: Readonly<Record<string, string>>,
	expected: readonly NetworkFinding[],
];

const ROWS: readonly Row[] = [
	['no proxy', {}, {}, [{ kind: 'network.direct' }]],
	[
		'one of the settings',
		{ proxy: PROXY },
		{ HTTPS_PROXY: 'http://other.example' },
		[{ kind: 'network.proxy', host: 'proxy.example:8080', from: 'The setting http.proxy' }],
	],
	[
		'one of the environment, and what is excepted',
		{ noProxy: ['*.acme.example'] },
		{ https_proxy: PROXY, NO_PROXY: 'localhost, *.acme.example,' },
		[
			{ kind: 'network.proxy', host: 'proxy.example:8080', from: 'https_proxy' },
			{ kind: 'network.noProxy', hosts: ['*.acme.example', 'localhost'] },
		],
	],
	[
		'one without a scheme',
		{},
		{ HTTP_PROXY: 'proxy.example:3128' },
		[{ kind: 'network.proxy', host: 'proxy.example:3128', from: 'HTTP_PROXY' }],
	],
	[
		'no address',
		{ proxy: 'not an address' },
		{},
		[{ kind: 'network.badProxy', from: 'The setting http.proxy' }],
	],
	[
		'one that the editor is told to leave alone',
		{ proxySupport: 'off' },
		{ HTTPS_PROXY: PROXY },
		[{ kind: 'network.proxyUnused', from: 'HTTPS_PROXY' }],
	],
	[
		'certificates that are not checked',
		{ proxyStrictSSL: false },
		{ NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_EXTRA_CA_CERTS: '/etc/acme.pem' },
		[
			{ kind: 'network.direct' },
			{ kind: 'network.unverified', from: 'NODE_TLS_REJECT_UNAUTHORIZED' },
			{ kind: 'network.unverified', from: 'http.proxyStrictSSL' },
			{ kind: 'network.extraCertificates' },
		],
	],
];

describe('proxy and certificates', () => {
	for (const [what, http, environment, expected] of ROWS) {
		it(`know ${what}`, () => {
			const found = proxyFindings({ ...PLAIN, ...http }, environment);
			assert.deepEqual(found, expected);
			assert.doesNotMatch(JSON.stringify(found), /secret/);
		});
	}
});
