import assert from 'node:assert/strict';
import type { Tokens } from '../../../src/tokens/tokens';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor } from './fakeEditor';
import { newToken } from './newToken';

const { read: first, write: second, otherUser: third } = makeTestTokens();
const KEY = 'hfWorkbench.tokens';

describe('a list of tokens that was damaged', () => {
	let editor: FakeEditor;
	beforeEach(() => {
		editor = new FakeEditor();
	});

	const valueOf = async (tokens: Tokens, id: string) => (await tokens.credentialOf(id))?.value;
	/** Lets everything go on that goes on in the background. */
	const settle = async () => {
		for (let turns = 0; turns < 50; turns++) {
			await new Promise(setImmediate);
		}
	};
	/** A window that has found the list, and put it in order. */
	const nextWindow = async () => {
		const { tokens } = editor.openWindow();
		await tokens.resolve();
		await settle();
		return tokens;
	};

	const setAside = () =>
		Object.entries(editor.stored).flatMap(([key, value]) =>
			key.startsWith(`${KEY}.unreadable.`) ? [value] : [],
		);

	for (const [what, damage] of Object.entries({
		'a broken entry': { version: 1, entries: { id1: { phase: 'stored' } }, default: { changedAt: 0 } },
		'no entry but its slot': { version: 2, entries: { id1: 'garbage' }, default: { changedAt: 0 } },
		'no version': { entries: { id1: null }, default: { changedAt: 0 } },
	})) {
		it(`is set aside (${what}), and the value that it names is found again`, async () => {
			await editor.openWindow().tokens.add(newToken(), first);
			await settle();
			editor.stored = { [KEY]: damage };
			const { tokens } = editor.openWindow();
			assert.equal(tokens.records.length, 0);
			await tokens.resolve();
			await settle();
			const [record] = tokens.records;
			assert.ok(record);
			assert.deepEqual([record.name, record.role], ['recovered', 'unknown']);
			assert.equal(await valueOf(tokens, record.id), first);
			assert.equal(tokens.defaultId, record.id);
			assert.equal(tokens.isListLost, false);
			assert.deepEqual(setAside(), [damage]);
		});
	}

	for (const [what, damage] of Object.entries({
		text: 'garbage',
		null: null,
		'a list': [],
		'text for entries': { version: 2, entries: 'garbage', default: { changedAt: 0 } },
		'no entries and no version': { entries: {}, default: { changedAt: 0 } },
	})) {
		it(`is set aside (${what}), and what it held is offered, in every window, until that is answered`, async () => {
			await editor.openWindow().tokens.add(newToken(), first);
			await settle();
			editor.stored = { [KEY]: damage };
			const tokens = await nextWindow();
			assert.deepEqual(
				[tokens.records.length, tokens.isListLost, await tokens.countUnlisted()],
				[0, true, 1],
			);
			assert.deepEqual(setAside(), [damage]);
			const later = await nextWindow();
			assert.deepEqual([later.records.length, later.isListLost], [0, true]);
			await later.recoverUnlisted();
			assert.deepEqual([later.isListLost, (await nextWindow()).isListLost], [false, false]);
			const [record] = later.records;
			assert.ok(record);
			assert.equal(await valueOf(later, record.id), first);
			assert.equal(later.defaultId, record.id);
		});
	}

	it('brings back what it named and nothing of another profile', async () => {
		await editor.openWindow().tokens.add(newToken({ name: 'mine' }), first);
		await settle();
		const damaged = structuredClone(editor.stored[KEY]) as {
			entries: Record<string, { record?: { role?: unknown } }>;
		};
		// Another profile: the same keyring, and a list of its own.
		editor.stored = {};
		await editor.openWindow().tokens.add(newToken({ name: 'theirs' }), second);
		await settle();
		for (const entry of Object.values(damaged.entries)) {
			delete entry.record?.role;
		}
		editor.stored = { [KEY]: damaged };
		const tokens = await nextWindow();
		assert.deepEqual(
			[tokens.records.map(({ name }) => name), tokens.isListLost, await tokens.countUnlisted()],
			[['mine'], false, 1],
		);
	});

	it('is no loss for a window that knows it', async () => {
		const { tokens, globalState } = editor.openWindow();
		const { id } = await tokens.add(newToken(), first);
		await settle();
		editor.stored = { [KEY]: 'garbage' };
		globalState.sync();
		await tokens.setDefault(id);
		await settle();
		assert.deepEqual([tokens.records.length, tokens.isListLost], [1, false]);
		assert.equal((await nextWindow()).records.length, 1);
	});

	it('is a loss also where it could not be written down that it was lost, and where the keyring fails meanwhile', async () => {
		await editor.openWindow().tokens.add(newToken(), first);
		await settle();
		editor.stored = { [KEY]: 'garbage' };
		editor.mementoFaults.push('throw', 'throw');
		editor.secretFaults.push('throw', 'throw');
		assert.equal((await nextWindow()).isListLost, true);
		editor.mementoFaults.length = 0;
		editor.secretFaults.length = 0;
		const tokens = await nextWindow();
		assert.deepEqual([tokens.isListLost, await tokens.countUnlisted()], [true, 1]);
	});

	it('is not spoken of any more once its tokens are left where they are', async () => {
		await editor.openWindow().tokens.add(newToken(), first);
		await settle();
		editor.stored = { [KEY]: 'garbage' };
		const tokens = await nextWindow();
		await tokens.forgetLoss();
		assert.equal(tokens.isListLost, false);
		const later = await nextWindow();
		assert.deepEqual([later.isListLost, later.records.length, await later.countUnlisted()], [false, 0, 1]);
	});

	it('has a token whose facts cannot be read called as before, so that it is still the one in use', async () => {
		const { tokens } = editor.openWindow();
		const { id } = await tokens.add(newToken({ name: 'mine' }), first);
		await tokens.add(newToken({ name: 'other' }), second);
		await tokens.replace(id, newToken({ name: 'mine' }), third);
		await settle();
		const damaged = structuredClone(editor.stored[KEY]) as {
			entries: Record<string, { phase: string; record?: { id: string; role?: unknown } }>;
		};
		for (const entry of Object.values(damaged.entries)) {
			if (entry.record?.id === id) {
				delete entry.record.role;
			}
		}
		editor.stored = { ...editor.stored, [KEY]: damaged };
		const next = await nextWindow();
		assert.deepEqual(next.records.map(({ name, role }) => [name, role]).sort(), [
			['mine', 'unknown'],
			['other', 'write'],
		]);
		assert.equal(next.defaultId, id);
		assert.equal(await valueOf(next, id), third);
	});

	it('keeps both values where the facts of both say that they are of one token', async () => {
		const { tokens } = editor.openWindow();
		const { id } = await tokens.add(newToken(), first);
		await tokens.add(newToken(), second);
		await settle();
		const damaged = structuredClone(editor.stored[KEY]) as { entries: Record<string, { record?: object }> };
		for (const entry of Object.values(damaged.entries)) {
			entry.record = { id };
		}
		editor.stored = { ...editor.stored, [KEY]: damaged };
		const next = await nextWindow();
		const values = await Promise.all(next.records.map(record => valueOf(next, record.id)));
		assert.deepEqual(values.sort(), [first, second].sort());
	});

	it('has the only token for the default where it cannot be read which one was', async () => {
		const { id } = await editor.openWindow().tokens.add(newToken(), first);
		await settle();
		editor.stored = { ...editor.stored, [KEY]: { ...(editor.stored[KEY] as object), default: 'garbage' } };
		assert.equal((await nextWindow()).defaultId, id);
	});

	it('that is gone leaves the values in the keyring, which are counted and recovered when that is asked for', async () => {
		const { tokens } = editor.openWindow();
		await tokens.add(newToken(), first);
		await tokens.add(newToken(), second);
		await settle();
		assert.equal(await tokens.countUnlisted(), 0);
		editor.stored = {};
		const next = await nextWindow();
		assert.deepEqual([next.records.length, await next.countUnlisted()], [0, 2]);
		await next.recoverUnlisted();
		assert.deepEqual([next.records.length, await next.countUnlisted()], [2, 0]);
		const values = await Promise.all(next.records.map(record => valueOf(next, record.id)));
		assert.deepEqual(values.sort(), [first, second].sort());
	});
});
