import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTokenState, STATE_VERSION } from '../../../src/tokens/parseTokenState';
import type { Permission } from '../../../src/shared/permission';
import { permits } from '../../../src/tokens/permits';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import { isBehind, mergeStates, type TokenEntry, type TokenState } from '../../../src/tokens/tokenState';

const time = fc.nat(5);
const text = fc.string({ maxLength: 3 });
const record: fc.Arbitrary<TokenRecord> = fc.record(
	{
		id: text,
		name: text,
		user: text,
		role: text,
		fineGrained: fc.record({
			canReadGatedRepos: fc.boolean(),
			global: fc.array(text),
			scoped: fc.array(
				fc.record({ entity: fc.record({ type: text, name: text }), permissions: fc.array(text) }),
			),
		}),
		organisations: fc.array(fc.record({ name: text, canPay: fc.boolean() })),
		isPro: fc.boolean(),
		createdAt: time,
		expiresAt: time,
		addedAt: time,
		checkedAt: time,
		lastUsedAt: time,
		remindAt: time,
		advisedAt: time,
		state: fc.constantFrom('valid' as const, 'invalid' as const, 'expired' as const),
	},
	{ requiredKeys: ['id', 'name', 'user', 'role', 'organisations', 'isPro', 'addedAt', 'checkedAt', 'state'] },
);
const entry: fc.Arbitrary<TokenEntry> = fc.oneof(
	fc.record({ phase: fc.constant('stored' as const), changedAt: time, storedAt: time, record }),
	fc.record({
		phase: fc.constantFrom('adding' as const, 'removed' as const, 'erased' as const),
		changedAt: time,
	}),
);
const state: fc.Arbitrary<TokenState> = plainly(
	fc.record({
		entries: fc.dictionary(fc.constantFrom('a', 'b', 'c'), entry),
		default: fc.record({ id: text, changedAt: time }, { requiredKeys: ['changedAt'] }),
		consents: fc.dictionary(
			fc.constantFrom('a https://x.test', 'b https://x.test'),
			fc.record({
				answer: fc.constantFrom('allowed' as const, 'denied' as const, 'forgotten' as const),
				changedAt: time,
			}),
		),
	}),
);

/** As the editor's storage hands it back. */
function stored<T>(value: T): T {
	return JSON.parse(JSON.stringify(value)) as T;
}

function plainly<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> {
	return arbitrary.map(stored);
}

describe('mergeStates', () => {
	it('comes to the same in whatever order windows learn of one another, and however often', () => {
		fc.assert(
			fc.property(state, state, state, (a, b, c) => {
				assert.deepEqual(mergeStates(a, b), mergeStates(b, a));
				assert.deepEqual(mergeStates(mergeStates(a, b), c), mergeStates(a, mergeStates(b, c)));
				assert.deepEqual(mergeStates(a, mergeStates(a, b)), mergeStates(a, b));
			}),
		);
	});

	it('never lets a slot go back to an earlier phase', () => {
		const order = ['adding', 'stored', 'removed', 'erased'];
		fc.assert(
			fc.property(state, state, (a, b) => {
				for (const [slot, { phase }] of Object.entries(mergeStates(a, b).entries)) {
					for (const one of [a.entries[slot], b.entries[slot]]) {
						assert.ok(!one || order.indexOf(phase) >= order.indexOf(one.phase));
					}
				}
			}),
		);
	});

	it('leaves nobody behind', () => {
		fc.assert(
			fc.property(state, state, (a, b) => {
				const merged = mergeStates(a, b);
				assert.ok(!isBehind(merged, a) && !isBehind(merged, b));
			}),
		);
	});
});

describe('parseTokenState', () => {
	it('reads what was written', () => {
		fc.assert(
			fc.property(state, one => {
				assert.deepEqual(parseTokenState(stored({ version: STATE_VERSION, ...one })), {
					state: stored(one),
					damaged: false,
					called: {},
					newer: false,
				});
			}),
		);
	});

	it('reads anything at all, and tells when it was not what was written', () => {
		fc.assert(
			fc.property(fc.jsonValue(), value => {
				const { state: read, damaged } = parseTokenState(value);
				assert.ok(damaged);
				assert.deepEqual(read.entries, {});
			}),
		);
	});

	it('keeps what is whole beside what is broken', () => {
		fc.assert(
			fc.property(state, fc.jsonValue(), (one, garbage) => {
				const entries = { ...one.entries, garbage };
				const { state: read, damaged } = parseTokenState(stored({ version: STATE_VERSION, ...one, entries }));
				assert.ok(damaged);
				assert.deepEqual(read, stored(one));
			}),
		);
	});

	it('reads what version 1 wrote, whose permissions were for nobody in particular', () => {
		const scopes = ['inference.serverless.write', 'job.write'];
		const base = {
			id: '1',
			name: 'vscode',
			user: 'ada',
			role: 'fineGrained',
			organisations: [],
			isPro: false,
			addedAt: 1,
			checkedAt: 1,
			state: 'valid',
		};
		const entries = {
			a: { phase: 'stored', changedAt: 1, storedAt: 1, record: { ...base, scopes } },
			b: { phase: 'stored', changedAt: 1, storedAt: 1, record: { ...base, id: '2', role: 'read' } },
		};
		const {
			state: read,
			damaged,
			newer,
		} = parseTokenState({ version: 1, entries, default: { changedAt: 0 } });
		assert.deepEqual({ damaged, newer }, { damaged: false, newer: false });
		const [fine, classic] = Object.values(read.entries).flatMap(one => ('record' in one ? [one.record] : []));
		assert.ok(fine && classic);
		assert.deepEqual(fine.fineGrained, {
			canReadGatedRepos: false,
			global: [],
			scoped: [{ entity: { type: 'unknown', name: '' }, permissions: scopes }],
		});
		assert.equal(classic.fineGrained, undefined);
		assert.deepEqual(
			['inference', 'jobs', 'hub.gated', 'hub.write'].map(one => permits(fine, one as Permission)),
			[true, true, true, false],
		);
	});

	it('does not complain of what a newer version wrote', () => {
		const { damaged, newer } = parseTokenState({ version: STATE_VERSION + 1, entries: [], more: 1 });
		assert.deepEqual({ damaged, newer }, { damaged: false, newer: true });
	});
});
