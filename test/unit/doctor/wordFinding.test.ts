import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { COMMANDS, LATE_COMMANDS } from '../../../src/commandId';
import type { Finding, FindingKind } from '../../../src/doctor/finding';
import { wordFinding } from '../../../src/doctor/wordFinding';
import { ACCESS_STATES } from '../../../src/shared/repoAccess';

const VAULT = { kind: 'vault', id: 'a', name: 'vscode', user: 'ada' } as const;
const VARIABLE = { kind: 'environment', variable: 'HF_TOKEN' } as const;
const OFFLINE = { code: 'network.offline', host: 'huggingface.co' } as const;
const ENV_FILE = { kind: 'envFile', path: '.env', variable: 'HF_TOKEN' } as const;
const NOW = Date.UTC(2026, 10, 25);
const named = { name: '“vscode” of ada', tokenId: 'a', place: 'vault' } as const;
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
	'sources.conflict': { kind: 'sources.conflict', programs: 'both', used: VAULT, other: VARIABLE },
	'sources.same': { kind: 'sources.same', programs: 'terminals', used: VAULT, other: VARIABLE },
	'sources.unknown': { kind: 'sources.unknown', programs: 'notebooks', used: VAULT, other: ENV_FILE },
	'sources.given': { kind: 'sources.given', used: VAULT },
	'sources.envFile': { kind: 'sources.envFile', origin: ENV_FILE, isUsed: false },
	'sources.wrapped': {
		kind: 'sources.wrapped',
		origin: VARIABLE,
		wrappings: ['blanks', 'quotes', 'lineBreaks'],
	},
	'sources.malformed': { kind: 'sources.malformed', origin: VARIABLE, format: 'orgToken' },
	'sources.unreadable': { kind: 'sources.unreadable', path: '/home/ada/token', reason: 'denied' },
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
	'tokens.signInEnded': { ...named, kind: 'tokens.signInEnded' },
	'tokens.unreadable': {
		...named,
		kind: 'tokens.unreadable',
		problem: { code: 'token.keyring', detail: 'It is locked' },
	},
	'tokens.unchecked': { ...named, kind: 'tokens.unchecked', problem: OFFLINE, checkedAt: NOW },
	'tokens.keyringWorks': { kind: 'tokens.keyringWorks' },
	'tokens.unlisted': { kind: 'tokens.unlisted', count: 2 },
	'tokens.keyringFails': { kind: 'tokens.keyringFails', detail: 'It is locked' },
	'tokens.sessionOnly': { kind: 'tokens.sessionOnly', names: ['“a”', '“b”'] },
	'goal.noToken': { kind: 'goal.noToken', goal: 'inference' },
	'goal.can': { kind: 'goal.can', goal: 'inference', name: named.name },
	'goal.cannot': { kind: 'goal.cannot', goal: 'hub.write', name: named.name },
	'goal.cannotPay': { kind: 'goal.cannotPay', goal: 'inference', on: 'acme', name: named.name },
	'goal.another': { kind: 'goal.another', goal: 'jobs', name: named.name, other: '“b”', otherId: 'b' },
	'goal.refused': { ...named, kind: 'goal.refused', goal: 'inference', how: 'signInEnded' },
	'goal.unreadable': {
		...named,
		kind: 'goal.unreadable',
		goal: 'inference',
		problem: { code: 'token.keyring', detail: 'It is locked' },
	},
	'goal.unasked': { kind: 'goal.unasked', goal: 'inference', name: named.name, problem: OFFLINE },
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
	// Whatever is in the way, or may come to be, has something that helps.
	assert.ok(severity === 'good' || severity === 'note' || remedies.length > 0, title);
	const labelled = remedies.map(({ label }) => label);
	assert.equal(new Set(labelled).size, labelled.length, labelled.join());
}

const CLI = { kind: 'cli', path: '/home/ada/token' } as const;
const STORED = { kind: 'stored', name: 'work', path: '/home/ada/stored_tokens' } as const;

/** Findings whose words or buttons are others than those of the sample. */
const VARIANTS: readonly Finding[] = [
	...(['environment', 'cli', 'envFile', 'vault'] as const).flatMap(place => {
		const of = { name: 'it', place } as const;
		return [
			{ ...of, kind: 'tokens.refused' as const },
			{ ...of, kind: 'tokens.expired' as const },
			{ ...of, kind: 'tokens.expiresSoon' as const, expiresAt: NOW, days: 1 },
			{ ...of, kind: 'goal.refused' as const, goal: 'jobs' as const, how: 'expired' as const },
			{ ...of, kind: 'goal.unreadable' as const, goal: 'jobs' as const, problem: OFFLINE },
		];
	}),
	...[VARIABLE, CLI, STORED, ENV_FILE].flatMap(origin => [
		{ kind: 'sources.wrapped' as const, origin, wrappings: ['quotes'] as const },
		{ kind: 'sources.malformed' as const, origin, format: 'notHf' as const },
	]),
	...(['terminals', 'notebooks'] as const).flatMap(programs =>
		[VARIABLE, CLI, ENV_FILE].map(other => ({
			kind: 'sources.conflict' as const,
			programs,
			used: VAULT,
			other,
		})),
	),
	...[undefined, true].map(isUsed => ({
		kind: 'sources.envFile' as const,
		origin: ENV_FILE,
		...(isUsed && { isUsed }),
	})),
	{ kind: 'sources.unreadable', path: '/home/ada/token', reason: 'damaged' },
	{ kind: 'goal.can', goal: 'hub.write', name: 'b', insteadOf: 'a' },
	{
		...named,
		kind: 'goal.refused',
		goal: 'inference',
		how: 'refused',
		other: '“b”',
		otherId: 'b',
	},
	{ kind: 'goal.unasked', goal: 'jobs', name: 'it', problem: { code: 'rateLimited' }, checkedAt: NOW },
	{
		name: 'it',
		place: 'environment',
		kind: 'tokens.unchecked',
		problem: { code: 'token.consent', origin: 'https://m.example', tokenName: 'it', tokenKey: 'x' },
	},
	{ kind: 'network.unverified', from: 'NODE_TLS_REJECT_UNAUTHORIZED' },
	{ kind: 'network.rate', bucket: 'api', remaining: 5, quota: 1000 },
	{ kind: 'failed', problem: { code: 'rateLimited' } },
	{ kind: 'failed', problem: { code: 'cancelled' } },
];

describe('words of findings', () => {
	for (const finding of Object.values(SAMPLES)) {
		it(`${finding.kind} says what, why and what to do`, () => expectReadable(finding));
	}

	for (const finding of VARIANTS) {
		it(`${JSON.stringify(finding)} does so, too`, () => expectReadable(finding));
	}

	for (const state of ACCESS_STATES) {
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
