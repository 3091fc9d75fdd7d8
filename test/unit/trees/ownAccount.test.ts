import assert from 'node:assert/strict';
import type { ToldIdentity } from '../../../src/hub/identity';
import type { Resolution } from '../../../src/tokens/resolution';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import { ownAccount } from '../../../src/trees/ownAccount';

const RECORD: TokenRecord = {
	id: '1',
	name: 'vscode',
	user: 'ada',
	role: 'read',
	organisations: [{ name: 'acme', canPay: true }],
	isPro: false,
	addedAt: 0,
	checkedAt: 0,
	state: 'valid',
};
const IDENTITY: ToldIdentity = {
	user: 'bram',
	isPro: false,
	organisations: [{ name: 'tulip', canPay: false }],
	tokenName: 'x',
	role: 'read',
	toldAt: 0,
};

/** The account, and how often the Hub was asked for it. */
async function accountOf(resolution: Resolution, hasCredential = true) {
	let asked = 0;
	const account = await ownAccount(
		{
			records: [RECORD],
			resolve: async () => resolution,
			credential: async () => (hasCredential ? { value: 'value', name: 'x', origins: [] } : undefined),
		},
		{
			whoAmI: async () => {
				asked++;
				return IDENTITY;
			},
		},
		new AbortController().signal,
	);
	return { account, asked };
}

const vault = (user: string): Resolution => ({
	origin: { kind: 'vault', id: '1', name: 'vscode', user },
	reason: 'default',
	passedOver: [],
});
const environment: Resolution = {
	origin: { kind: 'environment', variable: 'HF_TOKEN', fingerprint: 'f' },
	reason: 'environment',
	passedOver: [],
};

describe('whose models are mine', () => {
	it('is nobody’s without a token', async () => {
		const none = { origin: undefined, reason: undefined, passedOver: [] };
		assert.deepEqual(await accountOf(none), { account: undefined, asked: 0 });
	});

	it('is known of a token of the vault without asking', async () => {
		const account = { user: 'ada', organisations: ['acme'] };
		assert.deepEqual(await accountOf(vault('ada')), { account, asked: 0 });
	});

	it('is asked for a token of the environment', async () => {
		const account = { user: 'bram', organisations: ['tulip'] };
		assert.deepEqual(await accountOf(environment), { account, asked: 1 });
	});

	it('is asked for a token whose facts got lost', async () => {
		const account = { user: 'bram', organisations: ['tulip'] };
		assert.deepEqual(await accountOf(vault('')), { account, asked: 1 });
	});

	it('is nobody’s when the token is gone by then', async () => {
		assert.deepEqual(await accountOf(environment, false), { account: undefined, asked: 0 });
	});
});
