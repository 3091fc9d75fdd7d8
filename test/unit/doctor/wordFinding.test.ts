import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { COMMANDS, LATE_COMMANDS } from '../../../src/commandId';
import type { Finding, FindingKind } from '../../../src/doctor/finding';
import { wordFinding } from '../../../src/doctor/wordFinding';
import { ACCESS_STATES } from '../../../src/shared/repoAccess';

const VAULT = { kind: 'vault', id: 'a', name: 'vscode', user: 'ada' } as const;
const VARIABLE = { kind: 'environment', variable: 'HF_TOKEN' } as const;
const OFFLINE = { code: 'network.offline', host: 'huggingface.co' } as const;
const NOW = Date.UTC(2026, 10, 25);
const named = { name: '“vscode” of ada', tokenId: 'a' };
const repo = { type: 'model', id: 'acme/model' } as const;

/** One of each, so that a new finding is worded before this compiles. */
const SAMPLES: { readonly [K in FindingKind]: Extract<Finding, { readonly kind: K }> } = {
	'environment.usual': { kind: 'environment.usual', hub: 'https://h.example', router: 'https://r.example' },
	'environment.offline': { kind: 'environment.offline', variable: 'TRANSFORMERS_OFFLINE' },
	'environment.endpoint': {
		kind: 'environment.endpoint',
		which: 'router',
		endpoint: 'https://r.example',
		from: 'hfWorkbench.inference.routerEndpoint',
	},
	'environment.badEndpoint': { kind: 'environment.badEndpoint', from: 'HF_ENDPOINT' },
	'environment.twoEndpoints': {
		kind: 'environment.twoEndpoints',
		variable: 'https://a.example',
		setting: 'https://b.example',
	},
	'environment.plainHttp': {
		kind: 'environment.plainHttp',
		endpoint: 'http://a.example',
		from: 'hfWorkbench.hub.endpoint',
	},
	'environment.noImplicitToken': { kind: 'environment.noImplicitToken' },
	'sources.used': {
		kind: 'sources.used',
		resolution: { origin: VAULT, reason: 'session', passedOver: [] },
	},
	'sources.none': { kind: 'sources.none', passedOver: 0 },
	'sources.conflict': { kind: 'sources.conflict', used: VAULT, other: VARIABLE },
	'sources.same': { kind: 'sources.same', used: VAULT, other: VARIABLE },
	'sources.wrapped': {
		kind: 'sources.wrapped',
		origin: VARIABLE,
		wrappings: ['blanks', 'quotes', 'lineBreaks'],
	},
	'sources.malformed': { kind: 'sources.malformed', origin: VARIABLE, format: 'orgToken' },
	'sources.unreadable': { kind: 'sources.unreadable', path: '/home/ada/token' },
	'tokens.none': { kind: 'tokens.none' },
	'tokens.works': {
		...named,
		kind: 'tokens.works',
		role: 'fineGrained',
		abilities: 'run inference',
		checkedAt: NOW,
	},
	'tokens.refused': { ...named, kind: 'tokens.refused' },
	'tokens.expired': { name: 'HF_TOKEN of the environment', place: 'environment', kind: 'tokens.expired' },
	'tokens.storedRefused': {
		kind: 'tokens.storedRefused',
		name: '“work” of the hf command line',
		section: 'work',
	},
	'tokens.expiresSoon': { ...named, kind: 'tokens.expiresSoon', expiresAt: NOW, days: 3 },
	'tokens.old': { ...named, kind: 'tokens.old', since: NOW, days: 120 },
	'tokens.unreadable': {
		...named,
		kind: 'tokens.unreadable',
		problem: { code: 'token.keyring', detail: 'It is locked' },
	},
	'tokens.unchecked': { ...named, kind: 'tokens.unchecked', problem: OFFLINE, checkedAt: NOW },
	'tokens.keyringWorks': { kind: 'tokens.keyringWorks' },
	'tokens.keyringFails': { kind: 'tokens.keyringFails', detail: 'It is locked' },
	'tokens.sessionOnly': { kind: 'tokens.sessionOnly', names: ['“a”', '“b”'] },
	'goal.noToken': { kind: 'goal.noToken', goal: 'inference' },
	'goal.can': { kind: 'goal.can', goal: 'inference', name: named.name },
	'goal.cannot': { kind: 'goal.cannot', goal: 'hub.write', name: named.name },
	'goal.another': { kind: 'goal.another', goal: 'jobs', name: named.name, other: '“b”', otherId: 'b' },
	'goal.unknown': { kind: 'goal.unknown', goal: 'hub.gated', name: named.name },
	'goal.tooMuch': { kind: 'goal.tooMuch', goal: 'hub.read', name: named.name },
	'network.reached': { kind: 'network.reached', role: 'hub', host: 'h.example', milliseconds: 12 },
	'network.strange': { kind: 'network.strange', role: 'router', host: 'r.example', status: 502 },
	'network.unreachable': { kind: 'network.unreachable', role: 'hub', host: 'h.example', problem: OFFLINE },
	'network.direct': { kind: 'network.direct' },
	'network.proxy': { kind: 'network.proxy', host: 'p.example', from: 'HTTPS_PROXY' },
	'network.badProxy': { kind: 'network.badProxy', from: 'HTTPS_PROXY' },
	'network.proxyUnused': { kind: 'network.proxyUnused', from: 'HTTPS_PROXY' },
	'network.noProxy': { kind: 'network.noProxy', hosts: ['localhost'] },
	'network.unverified': { kind: 'network.unverified', from: 'http.proxyStrictSSL' },
	'network.extraCertificates': { kind: 'network.extraCertificates' },
	'network.rate': { kind: 'network.rate', bucket: 'api', remaining: 0, quota: 1000, resetSeconds: 55 },
	'network.rateUntold': { kind: 'network.rateUntold', host: 'h.example' },
	'access.unnamed': { kind: 'access.unnamed' },
	'access.badId': { kind: 'access.badId', typed: 'two words' },
	'access.state': { kind: 'access.state', repo, state: 'pending', hub: 'https://h.example' },
	failed: { kind: 'failed', problem: { code: 'unexpected', detail: 'A surprise' } },
};

function expectReadable(finding: Finding): void {
	const { title, explanation, remedies, severity } = wordFinding(finding);
	assert.match(title, /^\S.*[.]$/);
	assert.match(explanation, /^\S.*[.!?…]$/);
	assert.doesNotMatch(`${title} ${explanation}`, /undefined|\[object|\.\.(?!\.)| {2}|NaN/);
	for (const remedy of remedies) {
		assert.match(remedy.label, /^[A-Z]/);
		if ('command' in remedy) {
			assert.ok([...COMMANDS, ...LATE_COMMANDS].includes(remedy.command), remedy.command);
		} else {
			assert.equal(new URL(remedy.url).protocol, 'https:');
		}
	}
	// What is in the way can be repaired, or lifts by itself.
	assert.ok(severity !== 'problem' || remedies.length > 0 || finding.kind === 'network.rate');
}

describe('words of findings', () => {
	for (const finding of Object.values(SAMPLES)) {
		it(`${finding.kind} says what, why and what to do`, () => expectReadable(finding));
	}

	for (const state of ACCESS_STATES.filter(one => one !== 'disabled')) {
		it(`access that is ${state} has its own words and button`, () =>
			expectReadable({ kind: 'access.state', repo, state, hub: 'https://h.example' }));
	}

	it('leads to the page of the repo that is meant, of whatever kind', () => {
		const { remedies } = wordFinding({
			kind: 'access.state',
			repo: { type: 'dataset', id: 'acme/data' },
			state: 'request',
			hub: 'https://h.example',
		});
		assert.deepEqual(remedies[0], { label: 'Request Access', url: 'https://h.example/datasets/acme/data' });
	});

	it('says how near a limit is', () => {
		const severity = (remaining: number) =>
			wordFinding({ kind: 'network.rate', bucket: 'api', remaining, quota: 1000 }).severity;
		assert.deepEqual([999, 100, 99, 0].map(severity), ['good', 'good', 'warning', 'problem']);
	});
});
