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
					resolution: { origin: VAULT, reason: 'default', passedOver: [VARIABLE] },
				},
				{ kind: 'sources.wrapped', origin: VARIABLE, wrappings: ['blanks', 'quotes'] },
				{ kind: 'sources.conflict', used: VAULT, other: VARIABLE },
			]),
			tokens: check('tokens', 'done', [
				{ kind: 'tokens.refused', name: '“vscode” of ada', tokenId: 'a' },
				{ kind: 'tokens.unchecked', name: 'HF_TOKEN of the environment', problem: OFFLINE },
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
	failed: view(
		{
			tokens: check('tokens', 'done', [
				{ kind: 'failed', problem: { code: 'unexpected', detail: 'It was not foreseen' } },
			]),
		},
		'done',
	),
};
