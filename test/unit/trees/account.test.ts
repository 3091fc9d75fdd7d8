import assert from 'node:assert/strict';
import type { Resolution } from '../../../src/tokens/resolution';
import { Account } from '../../../src/trees/account';

const environment: Resolution = {
	origin: { kind: 'environment', variable: 'HF_TOKEN', fingerprint: 'f' },
	reason: 'environment',
	passedOver: [],
};

describe('whose a repo is', () => {
	it('is known of the token in use, though it is none that is kept, for as long as it was looked up', async () => {
		const account = new Account(
			{
				records: [],
				resolve: async () => environment,
				credential: async () => ({ value: 'value', name: 'x', origins: [] }),
			},
			{
				whoAmI: async () => ({
					user: 'bram',
					isPro: false,
					organisations: [{ name: 'tulip', canPay: false }],
					tokenName: 'x',
					role: 'read',
					toldAt: 0,
				}),
			},
		);
		const own = () => ['bram/model', 'tulip/model', 'ada/model', 'bramble/model'].map(id => account.owns(id));
		assert.deepEqual(own(), [false, false, false, false]);
		await account.load();
		assert.deepEqual(own(), [true, true, false, false]);
		account.reset();
		assert.deepEqual(own(), [false, false, false, false]);
		const overtaken = account.load();
		account.dispose();
		await overtaken;
		assert.deepEqual(own(), [false, false, false, false]);
	});
});
