import assert from 'node:assert/strict';
import type { Resolution, TokenOrigin } from '../../../src/tokens/resolution';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import { own } from '../tokens/fineGrained';
import { type RowsContext, tokenRows } from '../../../src/trees/tokenRow';

const NOON = new Date(2026, 0, 2, 12, 5).getTime();

const VSCODE: TokenRecord = {
	id: '1',
	name: 'vscode',
	user: 'ada',
	role: 'fineGrained',
	fineGrained: own('inference.serverless.write', 'repo.content.read', 'brand.new'),
	organisations: [
		{ name: 'acme', canPay: true },
		{ name: 'tulip', canPay: false },
	],
	isPro: true,
	createdAt: NOON,
	addedAt: NOON,
	checkedAt: NOON,
	state: 'valid',
};
const WORK: TokenRecord = {
	id: '2',
	name: 'work',
	user: 'bram',
	role: 'read',
	organisations: [],
	isPro: false,
	addedAt: NOON,
	checkedAt: NOON,
	state: 'valid',
};

const vault = ({ id, name, user }: TokenRecord): TokenOrigin => ({ kind: 'vault', id, name, user });
const HF_TOKEN: TokenOrigin = { kind: 'environment', variable: 'HF_TOKEN', fingerprint: 'f' };
const LEGACY: TokenOrigin = { kind: 'environment', variable: 'HUGGING_FACE_HUB_TOKEN', fingerprint: 'f' };
const CLI: TokenOrigin = { kind: 'cli', path: '/home/ada/.cache/huggingface/token', fingerprint: 'f' };

const byDefault = (used: TokenRecord, ...passedOver: TokenOrigin[]): Resolution => ({
	origin: vault(used),
	reason: 'default',
	passedOver,
});

/** The rows where nothing but the tokens matters. */
function rowsOf(records: readonly TokenRecord[], resolution: Resolution, context: Partial<RowsContext> = {}) {
	return tokenRows(records, resolution, {
		now: NOON,
		remindAfterDays: 90,
		billTo: undefined,
		runs: resolution,
		hostsOf: () => [],
		...context,
	});
}

describe('the rows of the tokens view', () => {
	it('are none where there is no token, so that the view says how to get one', () => {
		assert.deepEqual(rowsOf([], { origin: undefined, reason: undefined, passedOver: [] }), []);
	});

	it('show the vault first and mark the one that is used here', () => {
		const rows = rowsOf([VSCODE, WORK], byDefault(VSCODE, vault(WORK), HF_TOKEN, CLI));
		assert.deepEqual(
			rows.map(({ label, description, icon, contextValue, tokenId }) => [
				label,
				description,
				icon,
				contextValue,
				tokenId,
			]),
			[
				['vscode', 'ada · fine-grained · used here', 'check', 'hfWorkbench.token.active', '1'],
				['work', 'bram · read', 'key', 'hfWorkbench.token', '2'],
				[
					'HF_TOKEN',
					'environment · read-only',
					'symbol-variable',
					'hfWorkbench.outsideToken.environment',
					undefined,
				],
				['hf', 'command line · read-only', 'terminal', 'hfWorkbench.outsideToken.cli', undefined],
			],
		);
	});

	it('mark a token of the environment when it is the one that is used', () => {
		const rows = rowsOf([], { origin: LEGACY, reason: 'environment', passedOver: [HF_TOKEN, CLI] });
		assert.deepEqual(
			rows.map(({ label, contextValue }) => [label, contextValue]),
			[
				['HUGGING_FACE_HUB_TOKEN', 'hfWorkbench.outsideToken.environment.active'],
				['HF_TOKEN', 'hfWorkbench.outsideToken.environment'],
				['hf', 'hfWorkbench.outsideToken.cli'],
			],
		);
	});

	it('have ids of their own', () => {
		const rows = rowsOf([VSCODE, WORK], byDefault(WORK, vault(VSCODE), HF_TOKEN, LEGACY, CLI));
		assert.equal(new Set(rows.map(({ id }) => id)).size, 5);
	});

	it('warn of a token that was refused, also when it is the one in use', () => {
		const [row] = rowsOf([{ ...VSCODE, state: 'expired' }], byDefault(VSCODE));
		assert.equal(row?.icon, 'warning');
		assert.equal(row.description, 'ada · fine-grained · expired · used here');
	});

	it('say on the card whose a token is, what it may do, and since when', () => {
		const [row] = rowsOf([VSCODE], byDefault(VSCODE));
		assert.deepEqual(row?.card, {
			title: 'vscode',
			facts: [
				['User', 'ada (PRO)'],
				['Role', 'fine-grained'],
				['May', 'run inference, read your repos, brand.new'],
				['Organizations', 'acme, tulip'],
				['Created', '2026-01-02'],
				['Added', '2026-01-02'],
				['Last checked', '2026-01-02 12:05'],
			],
			note: 'Used here: “vscode” of ada, the default token.',
		});
	});

	it('say which token runs models here, where that is another one', () => {
		const runs: Resolution = { origin: vault(VSCODE), reason: 'leastPrivilege', passedOver: [vault(WORK)] };
		const rows = rowsOf([VSCODE, WORK], byDefault(WORK, vault(VSCODE)), { runs });
		assert.deepEqual(
			rows.map(({ description, icon }) => [description, icon]),
			[
				['ada · fine-grained · runs models here', 'play'],
				['bram · read · used here', 'check'],
			],
		);
		assert.match(rows[0]?.card.note ?? '', /the one of this account that may do the least/);
	});

	it('remind of a token that is old', () => {
		const [row] = rowsOf([VSCODE], byDefault(VSCODE), { now: NOON + 100 * 24 * 60 * 60 * 1000 });
		assert.equal(row?.description, 'ada · fine-grained · created 100 days ago · used here');
		assert.equal(row.details[0]?.label, 'Created 100 days ago');
	});

	it('do without facts that got lost', () => {
		const lost: TokenRecord = { ...WORK, user: '', role: 'unknown', checkedAt: 0 };
		const [row] = rowsOf([lost], byDefault(lost));
		assert.equal(row?.description, 'unknown · used here');
		assert.equal(row.card.note, 'Used here: “work”, the default token.');
		assert.deepEqual(
			row.card.facts.find(([name]) => name === 'Last checked'),
			['Last checked', 'never'],
		);
	});
});

describe('why a token is used or not', () => {
	const none: Resolution = { origin: undefined, reason: undefined, passedOver: [] };
	const cases: ReadonlyArray<readonly [string, TokenOrigin, Resolution, string]> = [
		[
			'chosen for the workspace',
			vault(WORK),
			{ origin: vault(WORK), reason: 'workspace', passedOver: [vault(VSCODE)] },
			'Used here: “work” of bram, chosen for this workspace.',
		],
		[
			'the default, in a workspace with its own choice',
			vault(VSCODE),
			{ origin: vault(WORK), reason: 'workspace', passedOver: [vault(VSCODE)] },
			'Not used here, because this workspace has its own choice: “work” of bram.',
		],
		[
			'the environment, below the default',
			HF_TOKEN,
			byDefault(VSCODE, HF_TOKEN),
			'Not used here, because the default token comes first: “vscode” of ada.',
		],
		[
			'the environment, alone',
			HF_TOKEN,
			{ origin: HF_TOKEN, reason: 'environment', passedOver: [] },
			'Used here: HF_TOKEN of the environment, because no token of yours is the default.',
		],
		[
			'the command line, below the environment',
			CLI,
			{ origin: HF_TOKEN, reason: 'environment', passedOver: [CLI] },
			'Not used here, because the environment comes first: HF_TOKEN of the environment.',
		],
		[
			'the command line, alone',
			CLI,
			{ origin: CLI, reason: 'cli', passedOver: [] },
			'Used here: the token of the hf command line, because no token of yours is the default and HF_TOKEN is not set.',
		],
		[
			'a token of the vault that is not the default',
			vault(WORK),
			{ origin: CLI, reason: 'cli', passedOver: [vault(WORK)] },
			'Not used here, because no token is the default: the token of the hf command line.',
		],
		[
			'a token of the vault, where none is used',
			vault(WORK),
			{ ...none, passedOver: [vault(WORK)] },
			'Not used here: it is neither the default nor chosen for this workspace.',
		],
		[
			'the environment, where it does not count',
			HF_TOKEN,
			{ ...none, passedOver: [HF_TOKEN] },
			'Not used here: HF_HUB_DISABLE_IMPLICIT_TOKEN is set.',
		],
	];
	for (const [what, origin, resolution, expected] of cases) {
		it(`is said of ${what}`, () => {
			const records = [VSCODE, WORK].filter(({ id }) => origin.kind === 'vault' && origin.id === id);
			const rows = rowsOf(records, resolution);
			const own = rows.find(({ tokenId, label }) =>
				origin.kind === 'vault'
					? tokenId === origin.id
					: label === (origin.kind === 'environment' ? origin.variable : 'hf'),
			);
			assert.equal(own?.card.note, expected);
		});
	}
});
