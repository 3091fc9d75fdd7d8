import { CHECKS, type CheckId, type CheckView, type DiagnosisView } from '../../src/shared/diagnosis';
import type { Problem } from '../../src/shared/problem';
import type { Finding } from '../../src/doctor/finding';
import { wordFinding } from '../../src/doctor/wordFinding';
import { CHECK_TITLES } from '../../src/doctor/words/checkTitles';

const MODEL = { type: 'model', id: 'meta-llama/Llama-3.1-8B-Instruct' } as const;
const HUB = 'https://huggingface.co';
const OFFLINE: Problem = { code: 'network.offline', host: 'huggingface.co' };
const VAULT = { kind: 'vault', id: 'a', name: 'vscode', user: 'ada' } as const;
const VARIABLE = { kind: 'environment', variable: 'HF_TOKEN' } as const;
const ENV_FILE = { kind: 'envFile', path: '.env', variable: 'HF_TOKEN' } as const;
const STORED = { kind: 'stored', name: 'work', path: '~/.cache/huggingface/stored_tokens' } as const;

function check(id: CheckId, state: CheckView['state'], findings: readonly Finding[] = []): CheckView {
	return {
		id,
		title: CHECK_TITLES[id],
		state,
		findings: findings.map(wordFinding).map(({ remedies, ...words }) => ({
			...words,
			remedies: remedies.map(({ label }) => label),
		})),
	};
}

function view(checks: Partial<Record<CheckId, CheckView>>, rest: CheckView['state']): DiagnosisView {
	return {
		checks: CHECKS.map(id => checks[id] ?? check(id, rest)),
		goal: 'inference',
		goals: [
			{ goal: 'inference', label: 'Run models' },
			{ goal: 'hub.read', label: 'Read repos' },
		],
		repo: MODEL.id,
	};
}

/** The doctor's page in each of its states, with words of the real findings. */
export const DOCTOR_VIEWS: Readonly<Record<string, DiagnosisView>> = {
	untouched: view({}, 'waiting'),
	running: view(
		{
			environment: check('environment', 'done', [
				{ kind: 'environment.usual', hub: HUB, router: 'https://router.huggingface.co' },
			]),
			keyring: check('keyring', 'done', [{ kind: 'tokens.keyringWorks' }]),
		},
		'running',
	),
	stopped: view({ keyring: check('keyring', 'done', [{ kind: 'tokens.keyringWorks' }]) }, 'cancelled'),
	troubled: view(
		{
			environment: check('environment', 'done', [
				{ kind: 'environment.offline', variable: 'HF_HUB_OFFLINE' },
				{
					kind: 'environment.endpoint',
					which: 'hub',
					endpoint: 'http://hub.acme.example',
					from: 'HF_ENDPOINT',
				},
				{ kind: 'environment.plainHttp', endpoint: 'http://hub.acme.example', from: 'HF_ENDPOINT' },
			]),
			sources: check('sources', 'done', [
				{
					kind: 'sources.used',
					resolution: { origin: VAULT, reason: 'default', passedOver: [{ ...VARIABLE, fingerprint: 'f' }] },
				},
				{ kind: 'sources.wrapped', origin: VARIABLE, wrappings: ['blanks', 'quotes'] },
				{ kind: 'sources.conflict', programs: 'both', used: VAULT, other: VARIABLE },
			]),
			tokens: check('tokens', 'done', [
				{ kind: 'tokens.refused', name: '“vscode” of ada', place: 'vault', tokenId: 'a' },
				{
					kind: 'tokens.unchecked',
					name: 'HF_TOKEN of the environment',
					place: 'environment',
					problem: OFFLINE,
				},
			]),
			goal: check('goal', 'done', [{ kind: 'goal.cannot', goal: 'inference', name: '“vscode” of ada' }]),
			keyring: check('keyring', 'done', [
				{ kind: 'tokens.keyringFails', detail: 'It did not answer within 10 seconds.' },
			]),
			hub: check('hub', 'done', [
				{ kind: 'network.unreachable', role: 'hub', host: 'huggingface.co', problem: OFFLINE },
			]),
			network: check('network', 'done', [
				{ kind: 'network.proxy', host: 'proxy.acme.example:8080', from: 'HTTPS_PROXY' },
				{ kind: 'network.unverified', from: 'http.proxyStrictSSL' },
			]),
			rateLimit: check('rateLimit', 'done', [
				{ kind: 'network.rate', bucket: 'api', remaining: 41, quota: 1000, resetSeconds: 55 },
			]),
			access: check('access', 'done', [{ kind: 'access.state', repo: MODEL, state: 'request', hub: HUB }]),
		},
		'done',
	),
	elsewhere: view(
		{
			sources: check('sources', 'done', [
				{
					kind: 'sources.used',
					resolution: { origin: VAULT, reason: 'default', passedOver: [{ ...VARIABLE, fingerprint: 'f' }] },
				},
				{ kind: 'sources.wrapped', origin: STORED, wrappings: ['quotes'] },
				{ kind: 'sources.malformed', origin: { ...ENV_FILE, path: '.env.example' }, format: 'notHf' },
				{ kind: 'sources.envFile', origin: ENV_FILE, isUsed: false },
				{ kind: 'sources.given', used: VAULT },
				{ kind: 'sources.conflict', programs: 'notebooks', used: VAULT, other: ENV_FILE },
				{ kind: 'sources.unknown', programs: 'terminals', used: VAULT, other: VARIABLE },
				{ kind: 'sources.unreadable', path: STORED.path, reason: 'damaged' },
			]),
			tokens: check('tokens', 'done', [
				{ kind: 'tokens.signInEnded', name: '“ada” of ada', place: 'vault', tokenId: 'a' },
				{
					kind: 'tokens.unchecked',
					name: 'HF_TOKEN of the environment',
					place: 'environment',
					problem: { code: 'rateLimited', resetSeconds: 55 },
					checkedAt: Date.UTC(2026, 10, 25, 12),
				},
				{
					kind: 'tokens.expiresSoon',
					name: 'HUGGING_FACE_HUB_TOKEN of the environment',
					place: 'environment',
					expiresAt: Date.UTC(2026, 10, 28, 12),
					days: 3,
				},
			]),
			goal: check('goal', 'done', [
				{
					kind: 'goal.refused',
					goal: 'hub.write',
					name: '“ada” of ada',
					place: 'vault',
					tokenId: 'a',
					how: 'signInEnded',
					other: '“work” of ada',
					otherId: 'b',
				},
			]),
			network: check('network', 'done', [
				{ kind: 'network.unverified', from: 'NODE_TLS_REJECT_UNAUTHORIZED' },
			]),
			rateLimit: check('rateLimit', 'done', [
				{ kind: 'network.rate', bucket: 'api', remaining: 0, quota: 1000, resetSeconds: 55 },
			]),
			access: check('access', 'done', [{ kind: 'access.state', repo: MODEL, state: 'scope', hub: HUB }]),
		},
		'done',
	),
	failed: view(
		{
			tokens: check('tokens', 'done', [
				{ kind: 'failed', problem: { code: 'unexpected', detail: 'It was not foreseen' } },
			]),
		},
		'done',
	),
};
