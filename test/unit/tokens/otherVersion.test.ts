import assert from 'node:assert/strict';
import { STATE_VERSION } from '../../../src/tokens/parseTokenState';
import { makeTestTokens } from '../../hub/testTokens';
import { problemOf } from '../net/problemOf';
import { FakeEditor } from './fakeEditor';
import { own } from './fineGrained';
import { newToken } from './newToken';

const { read: first, write: second } = makeTestTokens();
const KEY = 'hfWorkbench.tokens';

describe('a vault that another version of the extension keeps as well', () => {
	let editor: FakeEditor;
	beforeEach(() => {
		editor = new FakeEditor();
	});

	/** Lets everything go on that goes on in the background. */
	const settle = async () => {
		for (let turns = 0; turns < 50; turns++) {
			await new Promise(setImmediate);
		}
	};

	/** What the first version of the extension wrote. */
	function asVersion1(stored: unknown): unknown {
		return JSON.parse(
			JSON.stringify(stored, (key, value: unknown) =>
				key === 'version' ? 1 : key === 'fineGrained' ? undefined : value,
			),
		);
	}

	it('is only read where a newer version keeps it', async () => {
		await editor.openWindow().tokens.add(newToken(), first);
		await settle();
		const newer = { ...(editor.stored[KEY] as object), version: STATE_VERSION + 1, news: true };
		editor.stored = { [KEY]: newer };
		const { tokens } = editor.openWindow();
		const id = tokens.records[0]?.id ?? '';
		assert.equal((await tokens.credentialOf(id))?.value, first);
		for (const work of [
			() => tokens.add(newToken(), second),
			() => tokens.rename(id, 'x'),
			() => tokens.remove(id),
			() => tokens.setDefault(id),
		]) {
			assert.equal((await problemOf(work())).code, 'token.keyring');
		}
		await settle();
		assert.deepEqual(editor.stored, { [KEY]: newer });
		assert.deepEqual([...editor.secrets.values()], [first]);
	});

	it('is read where an older one kept it, and written anew with the first change only', async () => {
		await editor.openWindow().tokens.add(newToken({ role: 'write' }), first);
		await settle();
		const older = asVersion1(editor.stored[KEY]);
		editor.stored = { [KEY]: older };
		const { tokens } = editor.openWindow();
		assert.equal((await tokens.resolve()).reason, 'default');
		await settle();
		assert.deepEqual(editor.stored, { [KEY]: older });
		await tokens.rename(tokens.records[0]?.id ?? '', 'new');
		assert.equal((editor.stored[KEY] as { version: number }).version, STATE_VERSION);
		assert.equal((await tokens.credentialOf(tokens.records[0]?.id ?? ''))?.value, first);
	});

	it('loses no token to a window of an older version that writes over it', async () => {
		const { tokens, globalState } = editor.openWindow();
		await tokens.add(newToken({ name: 'classic' }), first);
		await settle();
		const older = asVersion1(editor.stored[KEY]);
		const facts = newToken({ name: 'fine', role: 'fineGrained', fineGrained: own('job.write') });
		const { id } = await tokens.add(facts, second);
		await settle();
		editor.stored = { [KEY]: older };
		globalState.sync();
		await tokens.setWorkspaceChoice(undefined);
		await settle();
		const next = editor.openWindow().tokens;
		assert.deepEqual(next.records.map(({ name }) => name).sort(), ['classic', 'fine']);
		assert.deepEqual(next.records.find(record => record.id === id)?.fineGrained, own('job.write'));
		assert.equal((await next.credentialOf(id))?.value, second);
	});
});
