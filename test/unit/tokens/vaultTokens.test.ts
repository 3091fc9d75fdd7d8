import assert from 'node:assert/strict';
import type { Tokens } from '../../../src/tokens/tokens';
import { makeTestTokens } from '../../hub/testTokens';
import { problemOf } from '../net/problemOf';
import { FakeEditor, type MementoFault, type SecretFault } from './fakeEditor';
import { own } from './fineGrained';
import { newToken } from './newToken';

const { read: first, write: second, otherUser: third } = makeTestTokens();
const signal = new AbortController().signal;

describe('the vault', () => {
	let editor: FakeEditor;
	beforeEach(() => {
		editor = new FakeEditor();
	});

	const valueOf = async (tokens: Tokens, id: string) => (await tokens.credentialOf(id))?.value;
	const valuesKept = () => [...editor.secrets.values()];
	/** Lets everything go on that goes on in the background. */
	const settle = async () => {
		for (let turns = 0; turns < 50; turns++) {
			await new Promise(setImmediate);
		}
	};

	it('keeps a value in the secret store and nowhere else', async () => {
		const { tokens } = editor.openWindow();
		const record = await tokens.add(newToken({ fineGrained: own('inference.serverless.write') }), first);
		assert.deepEqual(record, {
			id: 'id1',
			name: 'vscode',
			user: 'ada',
			role: 'write',
			fineGrained: own('inference.serverless.write'),
			organisations: [],
			isPro: false,
			addedAt: record.addedAt,
			checkedAt: record.addedAt,
			hub: 'https://huggingface.co',
			state: 'valid',
		});
		assert.deepEqual(tokens.records, [record]);
		assert.deepEqual(await tokens.credentialOf(record.id), {
			value: first,
			name: 'vscode',
			key: 'vault/id1',
			origins: ['https://huggingface.co'],
		});
		assert.ok(!JSON.stringify(editor.stored).includes(first));
	});

	it('has its tokens in the order in which they were added, also within one moment', async () => {
		const ids = ['c', 'a', 'b'];
		const { tokens } = editor.openWindow({ now: () => 7, randomId: () => ids.shift() ?? 'd' });
		for (const value of [first, second, third]) {
			await tokens.add(newToken({ name: 'one' }), value);
		}
		assert.deepEqual(
			tokens.records.map(({ id }) => id),
			['c', 'a', 'b'],
		);
	});

	it('makes the first token the default, and no other after it', async () => {
		const { tokens } = editor.openWindow();
		const one = await tokens.add(newToken(), first);
		const two = await tokens.add(newToken(), second);
		assert.equal(tokens.defaultId, one.id);
		await tokens.setDefault(two.id);
		assert.equal(tokens.defaultId, two.id);
		await tokens.remove(two.id);
		assert.equal(tokens.defaultId, undefined);
	});

	it('gives every token a name of its own', async () => {
		const { tokens } = editor.openWindow();
		await tokens.add(newToken({ name: 'vscode' }), first);
		await tokens.add(newToken({ name: 'VSCode' }), second);
		const third = await tokens.add(newToken({ name: '  ' }), second);
		assert.deepEqual(
			tokens.records.map(({ name }) => name),
			['vscode', 'VSCode 2', 'ada'],
		);
		await tokens.rename(third.id, ' vscode ');
		await tokens.rename(third.id, 'vscode');
		assert.equal(tokens.records[2]?.name, 'vscode 3');
		await tokens.rename(third.id, ' ');
		assert.equal(tokens.records[2]?.name, 'vscode 3');
	});

	it('replaces a value, keeping what the token is to the user', async () => {
		const { tokens } = editor.openWindow();
		const { id, addedAt } = await tokens.add(newToken(), first);
		const record = await tokens.replace(id, newToken({ role: 'read' }), second);
		assert.deepEqual([record.id, record.addedAt, record.name, record.role], [id, addedAt, 'vscode', 'read']);
		assert.equal(await valueOf(tokens, id), second);
		assert.equal(tokens.defaultId, id);
		await settle();
		assert.deepEqual(valuesKept(), [second]);
	});

	it('removes a value', async () => {
		const { tokens } = editor.openWindow();
		const { id } = await tokens.add(newToken(), first);
		await tokens.remove(id);
		assert.deepEqual(tokens.records, []);
		assert.deepEqual(valuesKept(), []);
		assert.equal(await tokens.credentialOf(id), undefined);
	});

	it('records what a check said', async () => {
		const { tokens } = editor.openWindow();
		const { id } = await tokens.add(newToken(), first);
		await tokens.update(id, { state: 'expired', checkedAt: 7 });
		assert.deepEqual(
			tokens.records.map(({ state, checkedAt }) => [state, checkedAt]),
			[['expired', 7]],
		);
	});

	it('takes nothing that is no access token', async () => {
		const { tokens } = editor.openWindow();
		assert.equal((await problemOf(tokens.add(newToken(), 'sk-other'))).code, 'token.format');
		assert.deepEqual([editor.secrets.size, editor.stored], [0, {}]);
	});

	it('tells everybody of every change, also in another window', async () => {
		const { tokens } = editor.openWindow();
		const other = editor.openWindow();
		const heard = { here: 0, there: 0 };
		tokens.onDidChange(() => heard.here++);
		other.tokens.onDidChange(() => heard.there++);
		const { id } = await tokens.add(newToken(), first);
		assert.ok(heard.here > 0 && heard.there > 0);
		other.globalState.sync();
		assert.deepEqual(other.tokens.records, tokens.records);
		heard.here = 0;
		await tokens.rename(id, 'new');
		await tokens.setWorkspaceChoice({ kind: 'vault', id });
		assert.ok(heard.here >= 2);
		tokens.dispose();
		heard.here = 0;
		await other.tokens.remove(id);
		assert.equal(heard.here, 0);
	});

	it('counts uses by the hour', async () => {
		const { tokens } = editor.openWindow();
		await tokens.add(newToken(), first);
		const lastUse = () => tokens.records[0]?.lastUsedAt;
		await tokens.credential('hub.read', signal);
		await settle();
		const use = lastUse();
		assert.ok(use !== undefined);
		await tokens.credential('hub.read', signal);
		await settle();
		assert.equal(lastUse(), use);
		editor.time += 60 * 60 * 1000;
		await tokens.credential('hub.read', signal);
		await settle();
		assert.notEqual(lastUse(), use);
	});

	describe('when the keyring fails', () => {
		const secretFaults: ReadonlyArray<readonly [string, ReadonlyArray<SecretFault | undefined>]> = [
			['it refuses to store', ['throw']],
			['it stores and then fails', ['throwAfter']],
			['it loses what it accepts', ['lose']],
			['it cannot be read back', [undefined, 'throw']],
			['it reads back nothing', [undefined, 'lose']],
		];
		for (const [what, faults] of secretFaults) {
			it(`leaves nothing behind where ${what}`, async () => {
				const { tokens } = editor.openWindow();
				editor.secretFaults.push(...faults);
				const problem = await problemOf(tokens.add(newToken(), first));
				assert.equal(problem.code, 'token.keyring');
				assert.ok(!JSON.stringify(problem).includes(first));
				assert.equal(tokens.records.length, 0);
				assert.deepEqual(valuesKept(), []);
				await tokens.add(newToken(), first);
				assert.equal(tokens.records[0]?.name, 'vscode');
			});

			it(`keeps the old value where ${what} during a replacement`, async () => {
				const { tokens } = editor.openWindow();
				const { id } = await tokens.add(newToken(), first);
				editor.secretFaults.push(...faults);
				assert.equal((await problemOf(tokens.replace(id, newToken(), second))).code, 'token.keyring');
				assert.equal(await valueOf(tokens, id), first);
				assert.deepEqual(valuesKept(), [first]);
			});
		}

		it('erases later what could not be erased at once', async () => {
			const { tokens } = editor.openWindow();
			const { id } = await tokens.add(newToken(), first);
			await settle();
			editor.secretFaults.push('throw', 'throw');
			const problem = await problemOf(tokens.remove(id));
			assert.equal(problem.code, 'token.keyring');
			await settle();
			assert.deepEqual(tokens.records, []);
			assert.deepEqual(valuesKept(), [first]);
			const next = editor.openWindow();
			await next.tokens.resolve();
			await settle();
			assert.deepEqual(valuesKept(), []);
		});

		it('does not wait for ever, and erases what arrives too late', async () => {
			const { tokens } = editor.openWindow({ patience: 30 });
			editor.secretFaults.push('hang');
			const problem = await problemOf(tokens.add(newToken(), first));
			assert.deepEqual(problem, {
				code: 'token.keyring',
				detail: 'It did not answer within 0.03 seconds.',
			});
			editor.hanging.forEach(go => go());
			await settle();
			assert.deepEqual(valuesKept(), []);
			assert.deepEqual(tokens.records, []);
		});

		it('can be cancelled while it waits', async () => {
			const { tokens } = editor.openWindow();
			await tokens.add(newToken(), first);
			await settle();
			editor.secretFaults.push('hang');
			const stop = new AbortController();
			const failed = problemOf(tokens.credential('hub.read', stop.signal));
			while (editor.hanging.length === 0) {
				await new Promise(setImmediate);
			}
			stop.abort();
			assert.deepEqual(await failed, { code: 'cancelled' });
		});

		it('says which token has lost its value', async () => {
			const { tokens } = editor.openWindow();
			const { id } = await tokens.add(newToken(), first);
			editor.secrets.clear();
			const problem = await problemOf(tokens.credentialOf(id));
			assert.ok(problem.code === 'token.keyring' && problem.detail.includes('vscode'));
			assert.equal(tokens.records.length, 1);
		});

		it('finishes what a window that was closed had begun', async () => {
			const { tokens } = editor.openWindow();
			editor.secretFaults.push(undefined, 'hang');
			void tokens.add(newToken(), first);
			while (editor.hanging.length === 0) {
				await new Promise(setImmediate);
			}
			tokens.dispose();
			assert.deepEqual(valuesKept(), [first]);
			editor.time += 60 * 60 * 1000;
			const next = editor.openWindow();
			await next.tokens.resolve();
			await settle();
			assert.deepEqual(valuesKept(), []);
			assert.deepEqual(next.tokens.records, []);
		});
	});

	describe('when the storage fails', () => {
		const faults: ReadonlyArray<ReadonlyArray<MementoFault | undefined>> = [
			['throw'],
			['throwAfter'],
			[undefined, 'throw'],
			[undefined, 'throwAfter'],
		];
		for (const fault of faults) {
			const what = fault.map(one => one ?? 'ok').join(', ');
			it(`leaves nothing behind (${what})`, async () => {
				const { tokens } = editor.openWindow();
				editor.mementoFaults.push(...fault);
				assert.equal((await problemOf(tokens.add(newToken(), first))).code, 'token.keyring');
				assert.deepEqual(tokens.records, []);
				assert.deepEqual(valuesKept(), []);
				const next = editor.openWindow();
				assert.deepEqual(next.tokens.records, []);
			});

			it(`keeps the old value (${what})`, async () => {
				const { tokens } = editor.openWindow();
				const { id } = await tokens.add(newToken(), first);
				await settle();
				editor.mementoFaults.push(...fault);
				await problemOf(tokens.replace(id, newToken(), second));
				await settle();
				assert.equal(await valueOf(tokens, id), first);
				assert.equal(await valueOf(editor.openWindow().tokens, id), first);
				assert.deepEqual(valuesKept(), [first]);
			});
		}

		it('writes again what another window has written over', async () => {
			const [here, there] = [editor.openWindow(), editor.openWindow()];
			await here.tokens.add(newToken({ name: 'here' }), first);
			await there.tokens.add(newToken({ name: 'there' }), second);
			await settle();
			here.globalState.sync();
			await here.tokens.add(newToken({ name: 'later' }), third);
			const fresh = editor.openWindow().tokens;
			assert.deepEqual(fresh.records.map(({ name }) => name).sort(), ['here', 'later', 'there']);
		});
	});
});
