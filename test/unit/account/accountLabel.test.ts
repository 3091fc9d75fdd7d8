import assert from 'node:assert/strict';
import { accountLabel } from '../../../src/account/accountLabel';
import type { Resolution } from '../../../src/tokens/resolution';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';

const RECORD: TokenRecord = {
	id: '1',
	name: 'vscode',
	user: 'ada',
	role: 'fineGrained',
	scopes: ['repo.content.read'],
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
	origin: { kind: 'environment', variable: 'HF_TOKEN' },
	reason: 'environment',
	passedOver: [],
};
const CLI: Resolution = { origin: { kind: 'cli', path: '/x/token' }, reason: 'cli', passedOver: [] };

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
				'hfWorkbench.addToken',
				'Hugging Face account: HF_TOKEN of the environment',
			],
			[
				'the token of the command line',
				CLI,
				[],
				'$(account) hf',
				'hfWorkbench.addToken',
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
				['May', 'read repos'],
				['May not', 'run inference'],
			],
			note: 'Used here: “vscode” of ada, the default token.',
		});
	});
});
