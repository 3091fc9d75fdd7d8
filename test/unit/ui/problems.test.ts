import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { COMMANDS } from '../../../src/commandId';
import type { Problem, ProblemCode } from '../../../src/shared/problem';
import { wordProblem, wordProblemWithoutRun } from '../../../src/ui/problems';

/** One of each, so that a new problem is worded before this compiles. */
const SAMPLES: { readonly [C in ProblemCode]: Extract<Problem, { code: C }> } = {
	'token.missing': { code: 'token.missing', permission: 'inference' },
	'token.format': { code: 'token.format', detail: 'It starts with something else than hf_.' },
	'token.invalid': { code: 'token.invalid', tokenName: 'laptop' },
	'token.expired': { code: 'token.expired' },
	'token.permission': { code: 'token.permission', permission: 'inference' },
	'token.origin': { code: 'token.origin', origin: 'https://elsewhere.example' },
	'token.keyring': { code: 'token.keyring', detail: 'The keyring is locked.' },
	'access.gated.signIn': { code: 'access.gated.signIn', repo: 'acme/model' },
	'access.gated.request': { code: 'access.gated.request', repo: 'acme/model' },
	'access.gated.pending': { code: 'access.gated.pending', repo: 'acme/model' },
	'access.gated.rejected': { code: 'access.gated.rejected', repo: 'acme/model' },
	'access.disabled': { code: 'access.disabled', repo: 'acme/model' },
	'repo.notFound': { code: 'repo.notFound', repo: 'acme/model', signedIn: false },
	'model.noProvider': { code: 'model.noProvider', model: 'acme/model' },
	'model.wrongTask': { code: 'model.wrongTask', model: 'acme/model', task: 'translation' },
	'model.deprecated': { code: 'model.deprecated', model: 'acme/model' },
	credits: { code: 'credits' },
	rateLimited: { code: 'rateLimited', resetSeconds: 55 },
	loading: { code: 'loading', estimatedSeconds: 20 },
	'input.invalid': { code: 'input.invalid', detail: 'Field required' },
	'input.tooLong': { code: 'input.tooLong', detail: 'tokens must be <= 4096' },
	'network.offline': { code: 'network.offline', host: 'huggingface.co' },
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
					assert.ok(COMMANDS.includes(remedy.command));
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

	it('says waits in seconds up to a minute and a half, then in minutes', () => {
		const wait = (resetSeconds: number) => wordProblem({ code: 'rateLimited', resetSeconds }).explanation;
		assert.match(wait(0.2), /a second\./);
		assert.match(wait(55), /55 seconds\./);
		assert.match(wait(121), /3 minutes\./);
	});
});
