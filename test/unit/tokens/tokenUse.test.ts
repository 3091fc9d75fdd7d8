import assert from 'node:assert/strict';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor } from './fakeEditor';
import { own } from './fineGrained';
import { newToken } from './newToken';

const { read: first, write: second } = makeTestTokens();
const signal = new AbortController().signal;

describe('a token in use', () => {
	let editor: FakeEditor;
	beforeEach(() => {
		editor = new FakeEditor();
	});

	it('that was deleted on the Hub is known as refused, in every window', async () => {
		const [here, there] = [editor.openWindow(), editor.openWindow()];
		await here.tokens.add(newToken(), first);
		const credential = await here.tokens.credential('inference', signal);
		assert.ok(credential);
		await here.tokens.refused(credential, 'invalid');
		there.globalState.sync();
		assert.deepEqual(
			[here, there].map(({ tokens }) => tokens.records[0]?.state),
			['invalid', 'invalid'],
		);
	});

	it('of this window only is known as refused, too', async () => {
		const { tokens } = editor.openWindow();
		await tokens.addForSession(newToken(), first);
		const credential = await tokens.credential('inference', signal);
		assert.ok(credential);
		await tokens.refused(credential, 'expired');
		assert.equal(tokens.records[0]?.state, 'expired');
	});

	it('is not thought less of when it was replaced meanwhile', async () => {
		const { tokens } = editor.openWindow();
		const { id } = await tokens.add(newToken(), first);
		const credential = await tokens.credential('inference', signal);
		assert.ok(credential);
		await tokens.replace(id, newToken(), second);
		await tokens.refused(credential, 'invalid');
		assert.equal(tokens.records[0]?.state, 'valid');
	});

	it('counts as good again once the Hub has taken it, and only with the value that it took', async () => {
		const { tokens } = editor.openWindow();
		const { id } = await tokens.add(newToken(), first);
		const credential = await tokens.credential('inference', signal);
		assert.ok(credential);
		await tokens.refused(credential, 'invalid');
		const { checkedAt } = tokens.records[0] ?? {};
		await tokens.accepted({ ...credential, value: second }, editor.time);
		// It was asked before it was refused.
		await tokens.accepted(credential, (checkedAt ?? 0) - 1);
		assert.equal(tokens.records[0]?.state, 'invalid');
		await tokens.accepted(credential, editor.time);
		assert.deepEqual([tokens.records[0]?.state, tokens.records[0]?.checkedAt], ['valid', checkedAt]);
		await tokens.refused(credential, 'invalid');
		await tokens.update(id, { state: 'valid' });
		assert.equal(tokens.records[0]?.state, 'valid');
	});

	it('is not thought less of by what another Hub than its own says', async () => {
		let hub = 'https://huggingface.co';
		const { tokens } = editor.openWindow({ hubOrigins: () => [hub], allowedOrigins: () => [hub] });
		await tokens.add(newToken(), first);
		hub = 'https://mirror.test';
		const credential = await tokens.credential('inference', signal);
		assert.ok(credential);
		const before = editor.stored;
		await tokens.refused(credential, 'invalid');
		assert.equal(tokens.records[0]?.state, 'valid');
		assert.equal(editor.stored, before);
		await tokens.accepted(credential, editor.time);
		hub = 'https://huggingface.co';
		await tokens.refused(credential, 'invalid');
		assert.equal(tokens.records[0]?.state, 'invalid');
	});

	it('that is not ours changes nothing when it is refused', async () => {
		const { tokens } = editor.openWindow({ environment: { HF_TOKEN: first } });
		const credential = await tokens.credential('inference', signal);
		assert.ok(credential);
		await tokens.refused(credential, 'expired');
		await tokens.refused(tokens.offered(second, '', []), 'invalid');
		assert.deepEqual(tokens.records, []);
		assert.deepEqual(editor.stored, {});
	});

	it('that may do more than running models is told of once, also after a reload', async () => {
		const { tokens } = editor.openWindow();
		const told: string[] = [];
		tokens.onDidOveruse(({ record, use }) => told.push(`${record.name} ${use}`));
		await tokens.add(newToken({ name: 'strong', role: 'write' }), first);
		await tokens.credential('hub.write', signal);
		await tokens.credential('jobs', signal);
		await Promise.all([tokens.credential('inference', signal), tokens.credential('inference', signal)]);
		await tokens.rename(tokens.records[0]?.id ?? '', 'still strong');
		const next = editor.openWindow().tokens;
		next.onDidOveruse(({ record, use }) => told.push(`${record.name} ${use}`));
		await next.credential('inference', signal);
		await next.credential('hub.read', signal);
		assert.deepEqual(told, ['strong runs']);
	});

	it('that may do more than reading is told of once, a sign-in and one of this window only among them', async () => {
		const { tokens } = editor.openWindow();
		const told: string[] = [];
		tokens.onDidOveruse(({ record, use }) => told.push(`${record.name} ${use}`));
		const session = (scopes: readonly string[]) => ({
			accessToken: first,
			issuedAt: 0,
			expiresAt: Number.MAX_SAFE_INTEGER,
			scopes,
			clientId: 'app',
			hub: 'https://huggingface.co',
		});
		await tokens.add(newToken({ name: 'reader', user: 'ada' }), session(['read-repos']));
		await tokens.credential('hub.read', signal);
		const { id } = await tokens.add(newToken({ name: 'writer', user: 'bram' }), session(['write-repos']));
		await tokens.setDefault(id);
		await tokens.credential('hub.read', signal);
		await tokens.addForSession(newToken({ name: 'passing', user: 'chiara', role: 'write' }), second);
		await tokens.credential('hub.read', signal);
		await tokens.credential('hub.read', signal);
		await tokens.credential('inference', signal);
		assert.deepEqual(told, ['writer reads', 'passing reads']);
	});

	it('that may run models and no more is not told of', async () => {
		const { tokens } = editor.openWindow();
		const told: string[] = [];
		tokens.onDidOveruse(({ record }) => told.push(record.name));
		await tokens.add(newToken({ role: 'write' }), first);
		await tokens.add(
			newToken({ name: 'weak', role: 'fineGrained', fineGrained: own('inference.serverless.write') }),
			second,
		);
		assert.equal((await tokens.credential('inference', signal))?.name, 'weak');
		assert.deepEqual(told, []);
	});
});
