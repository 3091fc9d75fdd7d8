import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TokenAnswer } from '../../../src/doctor/answers/tokenAnswer';
import { type CheckedToken, tokenFindings } from '../../../src/doctor/checks/tokenFindings';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 25);
const VAULT: CheckedToken = { name: 'a', place: 'vault', tokenId: 'a' };
const VARIABLE: CheckedToken = { name: 'HF_TOKEN', place: 'environment' };
const CLI: CheckedToken = { name: 'hf', place: 'cli', renewsItself: true };
const STORED: CheckedToken = { ...CLI, section: 'work' };
const OFFLINE = { code: 'network.offline', host: 'huggingface.co' } as const;
const FORMAT = { code: 'token.format', detail: 'It is none.' } as const;
const ends: TokenAnswer = {
	state: 'works',
	facts: { user: 'ada', role: 'oauth', expiresAt: NOW + 3 * DAY },
	checkedAt: NOW,
};

type Row = readonly [
	what: string,
	token: CheckedToken,
	answer: TokenAnswer,
	kinds: ReadonlyArray<string | undefined>,
];

const ROWS: readonly Row[] = [
	['one that ends soon', VARIABLE, ends, ['tokens.works', 'tokens.expiresSoon']],
	['one that the command line renews before that', CLI, ends, ['tokens.works']],
	['one that is refused', VAULT, { state: 'refused' }, ['tokens.refused']],
	['one that is not in use', STORED, { state: 'refused' }, ['tokens.storedRefused']],
	['one that has expired', VARIABLE, { state: 'expired' }, ['tokens.expired']],
	[
		'a sign-in of the command line that is in use',
		CLI,
		{ state: 'expired', isRenewedByCli: true },
		['tokens.expired'],
	],
	['one that will be renewed', STORED, { state: 'expired', isRenewedByCli: true }, []],
	['a sign-in that is over', VAULT, { state: 'signInEnded' }, ['tokens.signInEnded']],
	[
		'one that the keyring does not give',
		VAULT,
		{ state: 'unreadable', problem: FORMAT },
		['tokens.unreadable'],
	],
	['what is none, which is told elsewhere', VARIABLE, { state: 'unreadable', problem: FORMAT }, []],
	['one that nobody could ask about', VAULT, { state: 'unchecked', problem: OFFLINE }, ['tokens.unchecked']],
	['one that was removed', VAULT, { state: 'gone' }, []],
];

describe('what is said about a token', () => {
	for (const [what, token, answer, kinds] of ROWS) {
		it(`knows ${what}`, () =>
			assert.deepEqual(
				tokenFindings(token, answer, NOW, 90).map(({ kind }) => kind),
				kinds,
			));
	}

	it('has the time at which the Hub said it', () => {
		const known = { facts: { user: 'ada', role: 'read' }, checkedAt: NOW - DAY };
		assert.deepEqual(tokenFindings(VAULT, { state: 'unchecked', problem: OFFLINE, known }, NOW, 90), [
			{ ...VAULT, kind: 'tokens.unchecked', problem: OFFLINE, checkedAt: NOW - DAY },
		]);
	});
});
