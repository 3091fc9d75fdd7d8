import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { goalFindings, type GoalToken } from '../../../src/doctor/checks/goalFindings';
import type { Permission } from '../../../src/shared/permission';

const token = (name: string, role: string): GoalToken => ({
	name,
	tokenId: name,
	rights: { user: 'ada', role },
});
const NARROW: GoalToken = {
	...token('narrow', 'fineGrained'),
	rights: {
		user: 'ada',
		role: 'fineGrained',
		fineGrained: { canReadGatedRepos: false, global: [], scoped: [] },
	},
};

type Row = readonly [
	what: string,
	goal: Permission,
	used: GoalToken | undefined,
	others: readonly GoalToken[],
	kinds: readonly string[],
];

const ROWS: readonly Row[] = [
	['no token', 'inference', undefined, [], ['goal.noToken']],
	['a token that may', 'inference', token('a', 'read'), [], ['goal.can']],
	['a token that may far more', 'inference', token('a', 'write'), [], ['goal.can', 'goal.tooMuch']],
	['a token that may just that', 'hub.write', token('a', 'write'), [], ['goal.can']],
	['a token that may not', 'hub.write', token('a', 'read'), [], ['goal.cannot']],
	['another that may', 'hub.write', token('a', 'read'), [token('b', 'write')], ['goal.another']],
	['gated repos out of reach', 'hub.gated', NARROW, [NARROW], ['goal.cannot']],
	['a sign-in whose rights are not told', 'jobs', token('a', 'oauth'), [], ['goal.unknown']],
	['a token of which nothing is known', 'jobs', { name: 'a' }, [], ['goal.unknown']],
];

describe('what the user wants to do', () => {
	for (const [what, goal, used, others, kinds] of ROWS) {
		it(`knows ${what}`, () => {
			assert.deepEqual(
				goalFindings(goal, used, others).map(({ kind }) => kind),
				kinds,
			);
		});
	}
});
