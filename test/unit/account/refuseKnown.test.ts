import assert from 'node:assert/strict';
import { refuseKnown } from '../../../src/account/refuseKnown';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import { ProblemError } from '../../../src/util/problemError';

const record = (id: string): TokenRecord => ({
	id,
	name: `token ${id}`,
	user: 'ada',
	role: 'read',
	organisations: [],
	isPro: false,
	addedAt: 0,
	checkedAt: 0,
	state: 'valid',
});

const value = (letter: string) => `hf_${letter.repeat(34)}`;

/** A vault with three tokens; the keyring does not give the value of the first. */
const tokens = {
	records: [record('1'), record('2'), record('3')],
	credentialOf: async (id: string) => {
		if (id === '1') {
			throw new ProblemError({ code: 'token.keyring', detail: 'locked' });
		}
		return { value: value(id === '2' ? 'b' : 'c'), name: id, origins: [] };
	},
};

describe('a value that the vault has already', () => {
	it('is refused with the name that it has there, past values that cannot be read', async () => {
		const message = await refuseKnown(tokens, value('c'));
		assert.equal(message, 'This token is here already: it is “token 3” of ada.');
	});

	it('is not taken for another one', async () => {
		assert.equal(await refuseKnown(tokens, value('d')), undefined);
	});
});
