import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseEnvFile } from '../../../src/tokens/parseEnvFile';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor } from './fakeEditor';
import { newToken } from './newToken';

const values = makeTestTokens();
const signal = new AbortController().signal;

describe('tokens for one window', () => {
	it('are used there, by name and by value, and say what they are', async () => {
		const { tokens } = new FakeEditor().openWindow();
		await tokens.add(newToken({ name: 'kept' }), values.read);
		const record = await tokens.addForSession(newToken({ name: 'passing' }), values.write);
		assert.equal(record.isSessionOnly, true);
		const { origin, reason } = await tokens.resolve();
		assert.deepEqual([origin?.kind === 'vault' && origin.name, reason], ['passing', 'session']);
		assert.equal((await tokens.credential('hub.read', signal))?.value, values.write);
		assert.deepEqual(
			tokens.records.map(({ name, isSessionOnly }) => [name, isSessionOnly]),
			[
				['kept', undefined],
				['passing', true],
			],
		);
	});

	it('are in memory alone: nothing of them is written, and the next window knows nothing', async () => {
		const editor = new FakeEditor();
		const { tokens } = editor.openWindow();
		const { id } = await tokens.addForSession(newToken({ name: 'passing' }), values.write);
		await tokens.update(id, { state: 'expired' });
		await tokens.rename(id, 'renamed');
		assert.deepEqual(
			tokens.records.map(({ name, state }) => [name, state]),
			[['renamed', 'expired']],
		);
		assert.equal(editor.secrets.size, 0);
		assert.doesNotMatch(JSON.stringify(editor.stored), /passing|renamed/);
		assert.deepEqual(editor.openWindow().tokens.records, []);
	});

	it('work where the keyring does not', async () => {
		const editor = new FakeEditor();
		editor.secretFaults.push(...Array.from({ length: 50 }, () => 'throw' as const));
		const { tokens } = editor.openWindow();
		await assert.rejects(tokens.add(newToken({ name: 'lost' }), values.read));
		await tokens.addForSession(newToken({ name: 'passing' }), values.write);
		assert.equal((await tokens.credential('hub.read', signal))?.value, values.write);
	});

	it('are not used where another token is, and is to stay so', async () => {
		const { tokens } = new FakeEditor().openWindow();
		const { id } = await tokens.add(newToken(), values.read);
		await tokens.addForSession(newToken({ name: 'passing' }), values.write, 'unused');
		const { origin, reason } = await tokens.resolve();
		assert.deepEqual([origin?.kind === 'vault' && origin.id, reason], [id, 'default']);
		assert.equal(tokens.records.length, 2);
	});

	it('give way to a token of the vault that is chosen, and to none once they are removed', async () => {
		const { tokens } = new FakeEditor().openWindow();
		const kept = await tokens.add(newToken({ name: 'kept' }), values.read);
		const passing = await tokens.addForSession(newToken({ name: 'passing' }), values.write);
		await tokens.setDefault(kept.id);
		assert.equal((await tokens.resolve()).reason, 'default');
		await tokens.setDefault(passing.id);
		assert.equal((await tokens.resolve()).reason, 'session');
		await tokens.remove(passing.id);
		const { origin, reason } = await tokens.resolve();
		assert.deepEqual([origin?.kind === 'vault' && origin.name, reason], ['kept', 'default']);
		assert.equal(await tokens.credentialOf(passing.id), undefined);
	});
});

describe('a probe of the keyring', () => {
	it('leaves nothing behind, and is no change of a token', async () => {
		const editor = new FakeEditor();
		const { tokens } = editor.openWindow();
		let changes = 0;
		tokens.onDidChange(() => changes++);
		await tokens.probeKeyring(signal);
		assert.deepEqual([editor.secrets.size, changes], [0, 0]);
	});

	for (const fault of ['throw', 'lose', 'throwAfter', 'hang'] as const) {
		it(`tells of a keyring that does this: ${fault}`, async () => {
			const editor = new FakeEditor();
			editor.secretFaults.push(fault);
			const { tokens } = editor.openWindow({ patience: 50 });
			await assert.rejects(tokens.probeKeyring(signal), { message: 'token.keyring' });
			await tokens.probeKeyring(signal);
		});
	}
});

describe('the tokens of elsewhere', () => {
	it('are looked at as they stand, and compared with the one in use', async () => {
		const files: Readonly<Record<string, string>> = {
			token: `${values.write}\n`,
			stored_tokens: `[work]\nhf_token = "${values.otherUser}"\n\n[odd]\nhf_token = nonsense\n`,
		};
		const editor = new FakeEditor();
		const { tokens } = editor.openWindow({
			environment: { HF_TOKEN: ` "${values.read}" `, HUGGING_FACE_HUB_TOKEN: 'sk-other' },
			files: { home: '/home/ada', read: async path => files[path.slice(path.lastIndexOf('/') + 1)] },
		});
		await tokens.add(newToken({ name: 'kept' }), values.read);
		const envFiles = parseEnvFile('.env', `HF_TOKEN='"${values.read}"'`);
		const facts = await tokens.inspect(envFiles);
		assert.deepEqual(
			facts.map(({ origin, format, wrappings, isUsed }) => [origin.kind, format, wrappings, isUsed]),
			[
				['environment', 'ok', ['blanks', 'quotes'], true],
				['environment', 'notHf', [], false],
				['cli', 'ok', [], false],
				['stored', 'ok', ['quotes'], false],
				['stored', 'notHf', [], false],
				['envFile', 'ok', ['quotes'], true],
			],
		);
		assert.doesNotMatch(JSON.stringify(facts), /hf_[A-Za-z]{30}/);
		editor.secretFaults.push('throw');
		assert.deepEqual(
			(await tokens.inspect(envFiles)).map(({ isUsed }) => isUsed),
			Array(6).fill(undefined),
		);
	});
});
