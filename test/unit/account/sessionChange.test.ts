import assert from 'node:assert/strict';
import { type Listed, sessionChange } from '../../../src/account/sessionChange';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';

function listed(id: string, user: string, version = '1', role: TokenRecord['role'] = 'read'): Listed {
	return {
		record: {
			id,
			name: id,
			user,
			role,
			organisations: [],
			isPro: false,
			state: 'valid',
			addedAt: 1,
			checkedAt: 1,
		},
		version,
	};
}

const READ = listed('read', 'ada');
const WRITE = listed('write', 'ada');
const OTHER = listed('other', 'bram');

/** Before, now, and the ids that are told as added, removed and changed. */
const CASES: Readonly<
	Record<string, readonly [Listed[], Listed[], readonly [string, string, string] | undefined]>
> = {
	'nothing has changed': [[READ, OTHER], [READ, OTHER], undefined],
	'the first token of an account': [[], [READ], ['read', '', '']],
	'one more of an account': [[READ], [READ, WRITE], ['write', '', '']],
	'the last of an account goes': [[READ, OTHER], [OTHER], ['', 'read', '']],
	'one of two goes: the account is left': [[READ, WRITE], [WRITE], ['', 'read', 'write']],
	'one goes, and one comes': [[READ], [WRITE], ['write', 'read', '']],
	'one goes, and another changes': [[READ, WRITE], [listed('write', 'ada', '2')], ['', 'read', 'write']],
	'another value': [[READ], [listed('read', 'ada', '2')], ['', '', 'read']],
	'other rights': [[READ], [listed('read', 'ada', '1', 'write')], ['', '', 'read']],
	'of another account': [[READ], [listed('read', 'bram')], ['read', 'read', '']],
};

describe('what is told of the accounts when the tokens change', () => {
	for (const [title, [before, now, expected]] of Object.entries(CASES)) {
		it(title, () => {
			const change = sessionChange(before, now);
			const ids = (records: readonly TokenRecord[]) => records.map(({ id }) => id).join();
			assert.deepEqual(change && [change.added, change.removed, change.changed].map(ids), expected);
		});
	}
});
