import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TokenAnswer } from '../../../src/doctor/answers/tokenAnswer';
import { goalFindings, type OtherToken } from '../../../src/doctor/checks/goalFindings';
import type { Permission } from '../../../src/shared/permission';
import type { Rights } from '../../../src/tokens/permits';

const rights = (role: string): Rights => ({ user: 'ada', role });
const NARROW: Rights = {
	...rights('fineGrained'),
	fineGrained: { canReadGatedRepos: false, global: [], scoped: [] },
};
const OFFLINE = { code: 'network.offline', host: 'huggingface.co' } as const;
const LOCKED = { code: 'token.keyring', detail: 'It is locked' } as const;

const works = (facts: Rights): TokenAnswer => ({ state: 'works', facts, checkedAt: 1 });
const unchecked = (facts?: Rights): TokenAnswer => ({
	state: 'unchecked',
	problem: OFFLINE,
	...(facts && { known: { facts, checkedAt: 1 } }),
});
const other = (role: string | Rights): OtherToken => ({
	name: 'b',
	tokenId: 'b',
	rights: typeof role === 'string' ? rights(role) : role,
});

type Row = readonly [
	what: string,
	goal: Permission,
	answer: TokenAnswer,
	others: readonly OtherToken[],
	kinds: readonly string[],
];

const ROWS: readonly Row[] = [
	['a token that is gone', 'inference', { state: 'gone' }, [], ['goal.noToken']],
	['a token that may', 'inference', works(rights('read')), [], ['goal.can']],
	['a token that may far more', 'inference', works(rights('write')), [], ['goal.can', 'goal.tooMuch']],
	['a token that may just that', 'hub.write', works(rights('write')), [], ['goal.can']],
	['a token that may not', 'hub.write', works(rights('read')), [], ['goal.cannot']],
	['another that may', 'hub.write', works(rights('read')), [other('write')], ['goal.another']],
	['gated repos out of reach', 'hub.gated', works(NARROW), [other(NARROW)], ['goal.cannot']],
	['a sign-in whose rights are not told', 'jobs', works(rights('oauth')), [], ['goal.unknown']],
	['one that is refused, whatever it might do', 'hub.read', { state: 'refused' }, [], ['goal.refused']],
	['one that has expired', 'inference', { state: 'expired' }, [], ['goal.refused']],
	['a sign-in that is over', 'inference', { state: 'signInEnded' }, [], ['goal.refused']],
	[
		'one whose value cannot be read',
		'inference',
		{ state: 'unreadable', problem: LOCKED },
		[],
		['goal.unreadable'],
	],
	['one that could not be asked about', 'inference', unchecked(), [], ['goal.unasked']],
	['the same, where it was said to be able', 'inference', unchecked(rights('read')), [], ['goal.unasked']],
	['the same, where it is known not to be', 'hub.write', unchecked(rights('read')), [], ['goal.cannot']],
];

describe('what the user wants to do', () => {
	for (const [what, goal, answer, others, kinds] of ROWS) {
		it(`knows ${what}`, () => {
			assert.deepEqual(
				goalFindings({ permission: goal }, { name: 'a', place: 'vault', tokenId: 'a' }, answer, others).map(
					({ kind }) => kind,
				),
				kinds,
			);
		});
	}

	it('names a token that works in the place of one that does not, and only one that may do it', () => {
		const found = (role: string) =>
			goalFindings({ permission: 'hub.write' }, { name: 'a', place: 'environment' }, { state: 'refused' }, [
				other(role),
			]);
		assert.deepEqual(found('write'), [
			{
				kind: 'goal.refused',
				goal: 'hub.write',
				name: 'a',
				place: 'environment',
				how: 'refused',
				other: 'b',
				otherId: 'b',
			},
		]);
		assert.deepEqual(found('read'), [
			{ kind: 'goal.refused', goal: 'hub.write', name: 'a', place: 'environment', how: 'refused' },
		]);
	});

	it('says which token one stands in for', () => {
		assert.deepEqual(
			goalFindings(
				{ permission: 'hub.write' },
				{ name: 'a', place: 'vault', insteadOf: 'b' },
				works(rights('write')),
				[],
			),
			[{ kind: 'goal.can', goal: 'hub.write', name: 'a', insteadOf: 'b' }],
		);
	});

	describe('where an organization is to pay', () => {
		const need = { permission: 'inference', on: 'acme' } as const;
		const token = { name: 'a', place: 'vault', tokenId: 'a' } as const;
		const payer = (canPay: boolean) => ({ organisations: [{ name: 'acme', canPay }] });
		const forAcme: Rights = {
			...NARROW,
			fineGrained: {
				canReadGatedRepos: false,
				global: [],
				scoped: [{ entity: { type: 'org', name: 'acme' }, permissions: ['inference.serverless.write'] }],
			},
		};
		const kindsOf = (facts: OtherToken['rights'], others: readonly OtherToken[] = []) =>
			goalFindings(need, token, works(facts), others).map(({ kind }) => kind);

		it('knows one that may not do it for that one, and another that may', () => {
			const own: OtherToken['rights'] = {
				...NARROW,
				fineGrained: { canReadGatedRepos: false, global: ['x'], scoped: [] },
				...payer(true),
			};
			assert.deepEqual(kindsOf(own), ['goal.cannot']);
			const able: OtherToken = { name: 'b', tokenId: 'b', rights: { ...forAcme, ...payer(true) } };
			assert.deepEqual(kindsOf(own, [able]), ['goal.another']);
			const unpaid: OtherToken = { ...able, rights: { ...forAcme, ...payer(false) } };
			assert.deepEqual(kindsOf(own, [unpaid]), ['goal.cannot']);
		});

		it('knows an organization that cannot, and says nothing where the account’s are not known', () => {
			assert.deepEqual(kindsOf({ ...forAcme, ...payer(true) }), ['goal.can']);
			assert.deepEqual(kindsOf({ ...rights('read'), ...payer(false) }), ['goal.cannotPay']);
			assert.deepEqual(kindsOf(rights('read')), ['goal.can']);
		});
	});
});
