import assert from 'node:assert/strict';
import { resolveToken, type TokenCandidates } from '../../../src/tokens/resolveToken';
import type { TokenOrigin, TokenReason, TokenReference } from '../../../src/tokens/resolution';

const ONE = { id: '1', name: 'one', user: 'ada' };
const TWO = { id: '2', name: 'two', user: 'acme' };
const one: TokenOrigin = { kind: 'vault', ...ONE };
const two: TokenOrigin = { kind: 'vault', ...TWO };
const current: TokenOrigin = { kind: 'environment', variable: 'HF_TOKEN', fingerprint: 'f' };
const legacy: TokenOrigin = { kind: 'environment', variable: 'HUGGING_FACE_HUB_TOKEN', fingerprint: 'f' };
const cli = {
	kind: 'cli',
	name: 'laptop',
	path: '/home/ada/.cache/huggingface/token',
	fingerprint: 'f',
} as const;
const stored = {
	kind: 'stored',
	name: 'work',
	path: '/home/ada/.cache/huggingface/stored_tokens',
	fingerprint: 'f',
} as const;

const everything: TokenCandidates = {
	records: [ONE, TWO],
	choice: { kind: 'vault', id: '2' },
	defaultId: '1',
	environment: [current, legacy],
	cli: [cli, stored],
	implicit: true,
};

const ROWS: ReadonlyArray<
	readonly [
		string,
		Partial<TokenCandidates>,
		TokenOrigin | undefined,
		TokenReason | undefined,
		readonly TokenOrigin[],
	]
> = [
	['this workspace’s choice', {}, two, 'workspace', [one, current, legacy, cli, stored]],
	['the default', { choice: undefined }, one, 'default', [two, current, legacy, cli, stored]],
	[
		'the default, where the workspace’s choice is gone',
		{ choice: { kind: 'vault', id: '3' } },
		one,
		'default',
		[two, current, legacy, cli, stored],
	],
	[
		'HF_TOKEN',
		{ choice: undefined, defaultId: undefined },
		current,
		'environment',
		[one, two, legacy, cli, stored],
	],
	[
		'the legacy variable',
		{ choice: undefined, records: [], environment: [legacy] },
		legacy,
		'environment',
		[cli, stored],
	],
	['the CLI’s file', { choice: undefined, records: [], environment: [] }, cli, 'cli', [stored]],
	['nothing', { choice: undefined, records: [], environment: [], cli: [] }, undefined, undefined, []],
	[
		'nothing that nobody chose, where the user forbids it',
		{ records: [ONE], choice: undefined, defaultId: undefined, implicit: false },
		undefined,
		undefined,
		[one, current, legacy, cli, stored],
	],
	[
		'a choice, where the user forbids the rest',
		{ implicit: false },
		two,
		'workspace',
		[one, current, legacy, cli, stored],
	],
];

describe('resolveToken', () => {
	for (const [what, change, origin, reason, passedOver] of ROWS) {
		it(`takes ${what}`, () => {
			const { missing, ...resolution } = resolveToken({ ...everything, ...change });
			assert.deepEqual(resolution, { origin, reason, passedOver });
			assert.equal(missing !== undefined, change.choice?.kind === 'vault' && change.choice.id === '3');
		});
	}

	const REFERENCES: ReadonlyArray<readonly [string, TokenReference, TokenOrigin | undefined]> = [
		['a variable', { kind: 'environment', variable: 'HUGGING_FACE_HUB_TOKEN' }, legacy],
		['whatever the command line uses', { kind: 'cli' }, cli],
		['one that the command line has stored', { kind: 'stored', name: 'work' }, stored],
		['the same where it is the one in use there', { kind: 'stored', name: 'laptop' }, cli],
		['one that is gone', { kind: 'stored', name: 'gone' }, undefined],
	];
	for (const implicit of [true, false]) {
		for (const [what, choice, expected] of REFERENCES) {
			it(`lets a workspace choose ${what}, ${implicit ? '' : 'also '}where tokens that nobody chose ${implicit ? 'count' : 'do not'}`, () => {
				const { origin, reason, missing } = resolveToken({ ...everything, choice, implicit });
				assert.deepEqual(
					[origin, reason, missing],
					expected ? [expected, 'workspace', undefined] : [one, 'default', choice],
				);
			});
		}
	}
});
