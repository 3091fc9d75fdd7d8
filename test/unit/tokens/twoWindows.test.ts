import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor, type MementoFault, type SecretFault } from './fakeEditor';
import { newToken } from './newToken';

type Step =
	| { readonly do: 'add' | 'replace' | 'remove' | 'rename' | 'setDefault' | 'use'; readonly at: number }
	| { readonly do: 'allow' | 'forget' | 'choose' | 'refuse'; readonly at: number }
	| { readonly do: 'sync' }
	/** What is stored is damaged, by a crash or by another program: all of it, or an entry. */
	| { readonly do: 'damage'; readonly at: number | 'all' };

const KEY = 'hfWorkbench.tokens';
const MIRROR = 'https://mirror.test';

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('add' as const), at: fc.nat(3) }) },
	{
		weight: 6,
		arbitrary: fc.record({
			do: fc.constantFrom('replace' as const, 'remove' as const, 'rename' as const),
			at: fc.nat(3),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constantFrom('setDefault' as const, 'use' as const), at: fc.nat(3) }),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constantFrom('allow' as const, 'forget' as const, 'choose' as const, 'refuse' as const),
			at: fc.nat(3),
		}),
	},
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('sync' as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constant('damage' as const), at: fc.constantFrom('all' as const, 0, 1) }),
	},
);
const plan = fc.array(step, { maxLength: 8 });
const secretFaults = fc.array(
	fc.option(fc.constantFrom<SecretFault>('throw', 'throwAfter', 'lose'), { nil: undefined, freq: 3 }),
	{ maxLength: 20 },
);
const mementoFaults = fc.array(
	fc.option(fc.constantFrom<MementoFault>('throw', 'throwAfter'), { nil: undefined, freq: 4 }),
	{ maxLength: 20 },
);

/** What a run of two windows promised its users. */
class Promised {
	/** By token: the values that it was said to have. */
	readonly kept = new Map<string, string[]>();
	readonly refused = new Set<string>();
	readonly removed = new Set<string>();
	/** Tokens whose removal was tried; it may or may not have come to pass. */
	readonly touched = new Set<string>();
	readonly said: unknown[] = [];
	/** Tokens that somebody has allowed a host for, and that may still go there. */
	readonly allowed = new Set<string>();
}

function damaged(stored: unknown, at: number | 'all'): unknown {
	if (at === 'all' || stored === undefined || typeof stored === 'string') {
		return 'garbage';
	}
	const copy = structuredClone(stored) as {
		readonly entries: Record<string, { record?: { role?: unknown } }>;
	};
	delete Object.values(copy.entries)[at]?.record?.role;
	return copy;
}

/** One window's user, who goes through a plan and writes down what the extension promised. */
async function act(
	editor: FakeEditor,
	window: ReturnType<FakeEditor['openWindow']> & { readonly name: string },
	steps: readonly Step[],
	promised: Promised,
): Promise<void> {
	const { tokens, globalState, name } = window;
	const nextValue = () => makeTestTokens().read;
	for (const [index, one] of steps.entries()) {
		if (one.do === 'sync') {
			globalState.sync();
			continue;
		}
		if (one.do === 'damage') {
			editor.stored = { ...editor.stored, [KEY]: damaged(editor.stored[KEY], one.at) };
			continue;
		}
		const { id } = tokens.records[one.at % Math.max(1, tokens.records.length)] ?? { id: 'none' };
		const value = nextValue();
		try {
			switch (one.do) {
				case 'add': {
					const record = await tokens.add(newToken({ name: `${name}${index}` }), value);
					promised.kept.set(record.id, [value]);
					break;
				}
				case 'replace':
					await tokens.replace(id, newToken({ name: `${name}${index}` }), value);
					promised.kept.get(id)?.push(value);
					break;
				case 'remove':
					promised.touched.add(id);
					await tokens.remove(id);
					promised.removed.add(id);
					break;
				case 'rename':
					await tokens.rename(id, 'same');
					break;
				case 'allow':
					promised.allowed.add(id);
					await tokens.answerHosts(`vault/${id}`, [MIRROR], 'allowed');
					break;
				case 'forget':
					await tokens.answerHosts(`vault/${id}`, [MIRROR], 'forgotten');
					break;
				case 'choose':
					await tokens.setWorkspaceChoice({ kind: 'vault', id });
					break;
				case 'refuse': {
					const credential = await tokens.credentialOf(id);
					await (credential && tokens.refused(credential, 'invalid'));
					break;
				}
				case 'setDefault':
					await tokens.setDefault(id);
					break;
				case 'use':
					await tokens.credential('inference', new AbortController().signal);
			}
		} catch (error) {
			promised.said.push(error, String(error), error instanceof Error && error.stack);
			promised.said.push((error as { problem?: unknown }).problem);
			if (one.do === 'add' || one.do === 'replace') {
				promised.refused.add(value);
			}
		}
	}
}

describe('two windows over one vault', () => {
	it('never lose a token, never show one, and leave no value behind', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				plan,
				plan,
				secretFaults,
				mementoFaults,
				async (scheduler, one, other, failingSecrets, failingStorage) => {
					const editor = new FakeEditor();
					editor.pause = () => scheduler.schedule(Promise.resolve());
					editor.secretFaults.push(...failingSecrets);
					editor.mementoFaults.push(...failingStorage);
					const windows = [
						{ name: 'a', ...editor.openWindow() },
						{ name: 'b', ...editor.openWindow() },
					] as const;
					const promised = new Promised();
					await scheduler.waitFor(
						Promise.all([act(editor, windows[0], one, promised), act(editor, windows[1], other, promised)]),
					);
					await scheduler.waitIdle();
					await calmDown(editor, windows);
					await check(editor, windows, promised);
				},
			),
			{ numRuns: 300 },
		);
	}).timeout(60_000);
});

/** The faults pass, and the storage goes round until every window has seen what the others know. */
async function calmDown(
	editor: FakeEditor,
	windows: ReadonlyArray<ReturnType<FakeEditor['openWindow']>>,
): Promise<void> {
	editor.pause = () => Promise.resolve();
	editor.secretFaults.length = 0;
	editor.mementoFaults.length = 0;
	for (let round = 0; round < 3; round++) {
		for (const { tokens, globalState } of windows) {
			globalState.sync();
			await tokens.setWorkspaceChoice(undefined);
			for (let turns = 0; turns < 20; turns++) {
				await turn();
			}
		}
	}
}

async function check(
	editor: FakeEditor,
	windows: ReadonlyArray<ReturnType<FakeEditor['openWindow']>>,
	{ kept, refused, removed, touched, said, allowed }: Promised,
): Promise<void> {
	const [first, second] = windows.map(({ tokens }) => tokens);
	assert.ok(first && second);
	assert.deepEqual(first.records, second.records);
	assert.equal(first.defaultId, second.defaultId);
	for (const id of [...kept.keys(), ...allowed]) {
		const [here, there] = windows.map(({ tokens }) => tokens.hostsOf(`vault/${id}`));
		assert.deepEqual(here, there);
		const isAllowed = here?.some(({ standing }) => standing === 'allowed') ?? false;
		assert.ok(!isAllowed || allowed.has(id), `${id} may go where nobody allowed it`);
	}
	const names = first.records.map(({ name }) => name.toLowerCase());
	assert.equal(new Set(names).size, names.length);

	const shown = JSON.stringify([said, editor.stored, first.records]);
	for (const id of first.records.map(record => record.id)) {
		const value = (await first.credentialOf(id))?.value;
		assert.ok(
			value !== undefined && kept.get(id)?.includes(value),
			`${id} has a value that nobody was promised`,
		);
		assert.ok(!refused.has(value));
		assert.ok(!removed.has(id), `${id} came back`);
	}
	for (const [id, values] of kept) {
		assert.ok(touched.has(id) || first.records.some(record => record.id === id), `${id} got lost`);
		assert.ok(!values.some(value => shown.includes(value)));
	}
	assert.ok(![...refused].some(value => shown.includes(value)));
	assert.equal(editor.secrets.size, first.records.length);
}
