import assert from 'node:assert/strict';
import { resolveToken, type TokenCandidates } from '../../../src/tokens/resolveToken';
import type { TokenOrigin, TokenReason } from '../../../src/tokens/resolution';

const ONE = { id: '1', name: 'one', user: 'ada' };
const TWO = { id: '2', name: 'two', user: 'acme' };
const one: TokenOrigin = { kind: 'vault', ...ONE };
const two: TokenOrigin = { kind: 'vault', ...TWO };
const current: TokenOrigin = { kind: 'environment', variable: 'HF_TOKEN' };
const legacy: TokenOrigin = { kind: 'environment', variable: 'HUGGING_FACE_HUB_TOKEN' };
const cli: TokenOrigin = { kind: 'cli', path: '/home/ada/.cache/huggingface/token' };

const everything: TokenCandidates = {
	records: [ONE, TWO],
	workspaceId: '2',
	defaultId: '1',
	environment: ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN'],
	cliPath: cli.path,
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
	['this workspace’s choice', {}, two, 'workspace', [one, current, legacy, cli]],
	['the default', { workspaceId: undefined }, one, 'default', [two, current, legacy, cli]],
	[
		'the default, where the workspace’s choice is gone',
		{ workspaceId: '3' },
		one,
		'default',
		[two, current, legacy, cli],
	],
	[
		'HF_TOKEN',
		{ workspaceId: undefined, defaultId: undefined },
		current,
		'environment',
		[one, two, legacy, cli],
	],
	[
		'the legacy variable',
		{ records: [], environment: ['HUGGING_FACE_HUB_TOKEN'] },
		legacy,
		'environment',
		[cli],
	],
	['the CLI’s file', { records: [], environment: [] }, cli, 'cli', []],
	['nothing', { records: [], environment: [], cliPath: undefined }, undefined, undefined, []],
	[
		'nothing that nobody chose, where the user forbids it',
		{ records: [ONE], workspaceId: undefined, defaultId: undefined, implicit: false },
		undefined,
		undefined,
		[one, current, legacy, cli],
	],
	[
		'a choice, where the user forbids the rest',
		{ implicit: false },
		two,
		'workspace',
		[one, current, legacy, cli],
	],
];

describe('resolveToken', () => {
	for (const [what, change, origin, reason, passedOver] of ROWS) {
		it(`takes ${what}`, () => {
			assert.deepEqual(resolveToken({ ...everything, ...change }), { origin, reason, passedOver });
		});
	}
});
