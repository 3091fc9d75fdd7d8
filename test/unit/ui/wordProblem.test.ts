import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { COMMANDS, LATE_COMMANDS } from '../../../src/commandId';
import type { Problem, ProblemCode } from '../../../src/shared/problem';
import { wordProblem } from '../../../src/ui/wordProblem';
import { wordProblemWithoutRun } from '../../../src/ui/wordProblemWithoutRun';

/** One of each, so that a new problem is worded before this compiles. */
const SAMPLES: { readonly [C in ProblemCode]: Extract<Problem, { code: C }> } = {
	'token.missing': { code: 'token.missing', permission: 'inference' },
	'token.format': { code: 'token.format', detail: 'It starts with something else than hf_.' },
	'token.invalid': { code: 'token.invalid', tokenName: 'laptop' },
	'token.expired': { code: 'token.expired' },
	'token.permission': { code: 'token.permission', permission: 'inference' },
	'token.policy': { code: 'token.policy', standing: 'unapproved', permission: 'hub.read', on: 'acme/model' },
	'billing.organization': { code: 'billing.organization', organization: 'tulip', user: 'ada' },
	'token.consent': {
		code: 'token.consent',
		origin: 'https://hub.example',
		tokenName: 'vscode',
		tokenKey: 'vault/1',
	},
	'token.cli': { code: 'token.cli', path: '/home/ada/token', reason: 'locked' },
	'signIn.denied': { code: 'signIn.denied' },
	'signIn.expired': { code: 'signIn.expired' },
	'signIn.client': { code: 'signIn.client', detail: 'Client not found' },
	'signIn.ended': { code: 'signIn.ended', tokenName: 'ada' },
	'token.inAddress': { code: 'token.inAddress' },
	'signIn.host': { code: 'signIn.host', origin: 'https://mirror.example', tokenName: 'ada' },
	'token.origin': { code: 'token.origin', origin: 'https://elsewhere.example' },
	'token.keyring': { code: 'token.keyring', detail: 'The keyring is locked.' },
	'access.gated.signIn': { code: 'access.gated.signIn', repo: 'acme/model' },
	'access.gated.request': { code: 'access.gated.request', repo: 'acme/model' },
	'access.gated.pending': { code: 'access.gated.pending', repo: 'acme/model' },
	'access.gated.rejected': { code: 'access.gated.rejected', repo: 'acme/model' },
	'access.disabled': { code: 'access.disabled', repo: 'acme/model' },
	'repo.notFound': { code: 'repo.notFound', repo: 'acme/model', signedIn: false },
	'file.notFound': { code: 'file.notFound', repo: 'acme/model', file: 'config.json', revision: 'main' },
	'revision.notFound': { code: 'revision.notFound', repo: 'acme/model', revision: 'v2' },
	'file.tooLarge': { code: 'file.tooLarge', file: 'data.json', bytes: 90_000_000, most: 20_000_000 },
	'model.noProvider': { code: 'model.noProvider', model: 'acme/model' },
	'model.wrongTask': { code: 'model.wrongTask', model: 'acme/model', task: 'translation' },
	'model.deprecated': { code: 'model.deprecated', model: 'acme/model' },
	credits: { code: 'credits' },
	rateLimited: { code: 'rateLimited', resetSeconds: 55 },
	loading: { code: 'loading', estimatedSeconds: 20 },
	'input.invalid': { code: 'input.invalid', detail: 'Field required' },
	'settings.invalid': { code: 'settings.invalid', detail: 'The schema is not JSON' },
	'input.fileTooLarge': { code: 'input.fileTooLarge', file: 'a.wav', bytes: 60_000_000, most: 50_000_000 },
	'input.tooLong': { code: 'input.tooLong', detail: 'tokens must be <= 4096' },
	'network.offline': { code: 'network.offline', host: 'huggingface.co' },
	'network.offlineMode': { code: 'network.offlineMode', variable: 'HF_HUB_OFFLINE' },
	'network.timeout': { code: 'network.timeout', host: 'huggingface.co', seconds: 30 },
	'network.tls': { code: 'network.tls', host: 'huggingface.co', detail: 'self-signed certificate' },
	'network.proxy': { code: 'network.proxy', host: 'huggingface.co', detail: '407' },
	'network.redirect': { code: 'network.redirect', host: 'elsewhere.example' },
	'stream.cut': { code: 'stream.cut' },
	'stream.stalled': { code: 'stream.stalled', seconds: 60 },
	interrupted: { code: 'interrupted' },
	server: { code: 'server', status: 502 },
	protocol: { code: 'protocol', detail: 'broken JSON' },
	'disk.full': { code: 'disk.full', path: 'runs' },
	'disk.permission': { code: 'disk.permission', path: 'runs' },
	'disk.space': { code: 'disk.space', path: '/cache', neededBytes: 5e9, freeBytes: 1e9 },
	'file.unsafeName': { code: 'file.unsafeName', file: 'C:/x' },
	'file.damaged': { code: 'file.damaged', file: 'model.safetensors' },
	'upload.refused': { code: 'upload.refused', detail: 'config.json is a file of ada/model, not a folder.' },
	'file.changed': { code: 'file.changed', file: 'train.log' },
	'file.notArrived': { code: 'file.notArrived', file: 'model.safetensors' },
	'commit.conflict': { code: 'commit.conflict', repo: 'ada/model' },
	'commit.tooLarge': {
		code: 'commit.tooLarge',
		what: 'entries',
		count: 10_001,
		most: 10_000,
		folder: 'data',
	},
	'repo.conflict': {
		code: 'repo.conflict',
		repo: 'ada/model',
		detail: 'You already created this model repo',
	},
	cancelled: { code: 'cancelled' },
	unexpected: { code: 'unexpected', detail: 'a surprise' },
};

describe('words of problems', () => {
	for (const problem of Object.values(SAMPLES)) {
		it(`${problem.code} says what happened, why and what to do`, () => {
			const { title, explanation, remedies } = wordProblem(problem);
			assert.match(title, /^\S.*[.]$/);
			assert.match(explanation, /^\S.*[.!?…]$/);
			assert.doesNotMatch(`${title} ${explanation}`, /undefined|\[object|\.\.(?!\.)| {2}/);
			for (const remedy of remedies) {
				assert.match(remedy.label, /^[A-Z]/);
				if ('command' in remedy) {
					assert.ok([...COMMANDS, ...LATE_COMMANDS].includes(remedy.command));
				} else {
					assert.equal(new URL(remedy.url).protocol, 'https:');
				}
			}
		});
	}

	it('offers to run again, or with another model, only under a run', () => {
		const offers = ({ remedies }: ReturnType<typeof wordProblem>) =>
			remedies.map(remedy => ('command' in remedy ? remedy.command : remedy.url));
		const timeout = SAMPLES['network.timeout'];
		assert.deepEqual(offers(wordProblem(timeout)), ['hfWorkbench.runAgain', 'hfWorkbench.runWith']);
		assert.deepEqual(offers(wordProblemWithoutRun(timeout)), []);
		assert.deepEqual(offers(wordProblemWithoutRun(SAMPLES.unexpected)), ['hfWorkbench.showLog']);
	});

	it('hands the editor no link that somebody else wrote', () => {
		// As the editor looks for links in its messages, and runs the commands that they name.
		const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)/i;
		const evil = '[Sign in again](command:workbench.action.terminal.new)';
		assert.match(evil, link);
		const problems: readonly Problem[] = [
			{ code: 'server', status: 500, detail: evil },
			{ code: 'input.invalid', detail: evil },
			{ code: 'repo.conflict', repo: 'a/b', detail: evil },
			{ code: 'file.notFound', repo: 'a/b', file: evil, revision: 'main' },
		];
		for (const problem of problems) {
			const { title, explanation } = wordProblem(problem);
			assert.match(`${title} ${explanation}`, /Sign in again/);
			assert.doesNotMatch(`${title} ${explanation}`, link);
		}
	});

	it('says how far a commit was looked for by its first digits, and what is always taken', () => {
		const words = (searched?: number) => {
			const problem = { code: 'revision.notFound', repo: 'a/b', revision: '0123abc' } as const;
			const { title, explanation } = wordProblem({ ...problem, ...(searched !== undefined && { searched }) });
			return `${title} ${explanation}`;
		};
		assert.match(
			words(2050),
			/^0123abc is none of the latest 2,050 commits of main\. .*whole id is always taken\./,
		);
		assert.match(words(), /^0123abc was not found\. a\/b has no branch, tag or commit/);
	});

	it('says waits in seconds up to a minute and a half, then in minutes', () => {
		const wait = (resetSeconds: number) => wordProblem({ code: 'rateLimited', resetSeconds }).explanation;
		assert.match(wait(0.2), /a second\./);
		assert.match(wait(55), /55 seconds\./);
		assert.match(wait(121), /3 minutes\./);
	});
});
