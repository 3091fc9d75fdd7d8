import assert from 'node:assert/strict';
import { accountLabel } from '../../../src/account/accountLabel';
import type { Resolution } from '../../../src/tokens/resolution';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import { own } from '../tokens/fineGrained';

const RECORD: TokenRecord = {
	id: '1',
	name: 'vscode',
	user: 'ada',
	role: 'fineGrained',
	fineGrained: own('repo.content.read'),
	organisations: [],
	isPro: false,
	addedAt: 0,
	checkedAt: 0,
	state: 'valid',
};
const USED: Resolution = {
	origin: { kind: 'vault', id: '1', name: 'vscode', user: 'ada' },
	reason: 'default',
	passedOver: [],
};
const NONE: Resolution = { origin: undefined, reason: undefined, passedOver: [] };
const ENVIRONMENT: Resolution = {
	origin: { kind: 'environment', variable: 'HF_TOKEN', fingerprint: 'f' },
	reason: 'environment',
	passedOver: [],
};
const CLI: Resolution = {
	origin: { kind: 'cli', path: '/x/token', fingerprint: 'f' },
	reason: 'cli',
	passedOver: [],
};

describe('the account in the status bar', () => {
	const cases: ReadonlyArray<readonly [string, Resolution, readonly TokenRecord[], string, string, string]> =
		[
			[
				'no token',
				NONE,
				[],
				'$(account) Sign In to Hugging Face',
				'hfWorkbench.addToken',
				'Sign in to Hugging Face',
			],
			[
				'tokens, none of them in use',
				NONE,
				[RECORD],
				'$(account) Sign In to Hugging Face',
				'hfWorkbench.switchToken',
				'Sign in to Hugging Face',
			],
			[
				'a token of the vault',
				USED,
				[RECORD],
				'$(account) ada',
				'hfWorkbench.switchToken',
				'Hugging Face account: “vscode” of ada',
			],
			[
				'a token that was refused',
				USED,
				[{ ...RECORD, state: 'invalid' }],
				'$(warning) ada',
				'hfWorkbench.switchToken',
				'Hugging Face account: “vscode” of ada, refused at its last check',
			],
			[
				'a token of the environment',
				ENVIRONMENT,
				[],
				'$(account) HF_TOKEN',
				'hfWorkbench.switchToken',
				'Hugging Face account: HF_TOKEN of the environment',
			],
			[
				'the token of the command line',
				CLI,
				[],
				'$(account) hf',
				'hfWorkbench.switchToken',
				'Hugging Face account: the token of the hf command line',
			],
		];
	for (const [what, resolution, records, text, command, spoken] of cases) {
		it(`is shown for ${what}`, () => {
			const label = accountLabel(resolution, records);
			assert.deepEqual([label.text, label.command, label.spoken], [text, command, spoken]);
			assert.equal(label.warning, text.startsWith('$(warning)'));
		});
	}

	it('says on its card which token it is, what that may and may not do, and why it is used', () => {
		assert.deepEqual(accountLabel(USED, [RECORD]).card, {
			title: 'Hugging Face',
			facts: [
				['User', 'ada'],
				['Token', 'vscode (fine-grained)'],
				['May', 'read your repos'],
				['May not', 'run inference'],
			],
			note: 'Used here: “vscode” of ada, the default token.',
		});
	});

	it('says that terminals and notebooks would use another token', () => {
		const label = accountLabel(USED, [RECORD], {
			terminals: { origin: { kind: 'environment', variable: 'HF_TOKEN' }, differs: true },
			notebooks: { origin: { kind: 'envFile', path: '.env', variable: 'HF_TOKEN' }, differs: true },
		});
		assert.equal(label.text, '$(account) ada $(terminal)');
		assert.match(label.spoken, /terminals or notebooks use another token$/);
		assert.deepEqual(label.card.facts.slice(-2), [
			['Terminals', 'HF_TOKEN of the environment, which is another token'],
			['Notebooks', 'HF_TOKEN of .env, which is another token'],
		]);
		assert.match(
			label.card.note ?? '',
			/Another token is in force outside: terminals use HF_TOKEN of the environment, notebooks use HF_TOKEN of \.env\.$/,
		);
	});

	it('leaves alone what uses the same token, or none', () => {
		const label = accountLabel(USED, [RECORD], {
			terminals: { origin: { kind: 'cli', path: '/x/token' }, differs: false },
			notebooks: {},
		});
		assert.equal(label.text, '$(account) ada');
		assert.deepEqual(label.card.facts.slice(-2), [
			['Terminals', 'the token of the hf command line, the same token'],
			['Notebooks', 'no token'],
		]);
	});

	it('warns where what the workspace has chosen is gone', () => {
		const label = accountLabel({ ...USED, missing: { kind: 'stored', name: 'work' } }, [RECORD]);
		assert.deepEqual([label.text, label.warning], ['$(warning) ada', true]);
		assert.match(
			label.card.note ?? '',
			/^This workspace has chosen “work” of the hf command line, which is gone\./,
		);
	});

	it('says on its card who runs models and who pays, where that is not as one would think', () => {
		const { fineGrained, ...rest } = RECORD;
		assert.ok(fineGrained);
		const runner: TokenRecord = {
			...rest,
			id: '2',
			name: 'runs',
			checkedAt: 1,
			fineGrained: own('inference.serverless.write'),
			organisations: [
				{ name: 'acme', canPay: true },
				{ name: 'tulip', canPay: false },
			],
		};
		const runs: Resolution = {
			origin: { kind: 'vault', id: '2', name: 'runs', user: 'ada' },
			reason: 'leastPrivilege',
			passedOver: [],
		};
		const facts = (billTo: string | undefined, which = runs) =>
			accountLabel(USED, [RECORD, runner], undefined, { runs: which, billTo }).card.facts.slice(4);
		assert.deepEqual(facts('acme'), [
			['Runs models', '“runs” of ada, which may do the least'],
			['Paid by', 'acme'],
		]);
		assert.deepEqual(facts('tulip')[1], ['Paid by', 'tulip, which cannot']);
		assert.deepEqual(facts(undefined, { ...runs, reason: 'standIn' }), [
			['Runs models', '“runs” of ada, which still works'],
		]);
		assert.deepEqual(facts(undefined, USED), []);
	});
});
