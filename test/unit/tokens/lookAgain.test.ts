import assert from 'node:assert/strict';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import type { Tokens } from '../../../src/tokens/tokens';
import { makeTestTokens } from '../../hub/testTokens';
import { problemOf } from '../net/problemOf';
import { FakeEditor } from './fakeEditor';
import { own } from './fineGrained';
import { newToken } from './newToken';

const HOUR = 60 * 60 * 1000;
const { read: value } = makeTestTokens();
const signal = new AbortController().signal;
const RUNS = own('inference.serverless.write');
const RUNS_AND_WRITES = own('inference.serverless.write', 'repo.write');

describe('a token that is known not to do what is needed', () => {
	let editor: FakeEditor;
	let asked: string[];
	/** What the Hub says now. */
	let hub: (tokens: Tokens, record: TokenRecord) => Promise<void>;

	beforeEach(() => {
		editor = new FakeEditor();
		asked = [];
		hub = (tokens, { id }) =>
			tokens.update(id, { fineGrained: RUNS_AND_WRITES, state: 'valid', checkedAt: editor.time });
	});

	async function open() {
		const { tokens } = editor.openWindow({
			recheck: async (record, stop) => {
				asked.push(record.name);
				stop.throwIfAborted();
				await hub(tokens, record);
			},
		});
		await tokens.add(newToken({ role: 'fineGrained', fineGrained: RUNS }), value);
		return tokens;
	}
	const writes = (tokens: Tokens) => problemOf(tokens.credential('hub.write', signal, 'ada/x'));

	it('is asked about once what is known is an hour old, and then does it', async () => {
		const tokens = await open();
		assert.equal((await writes(tokens)).code, 'token.permission');
		assert.deepEqual(asked, []);
		editor.time += HOUR;
		assert.equal((await tokens.credential('hub.write', signal, 'ada/x'))?.value, value);
		assert.deepEqual(asked, ['vscode']);
	});

	it('is asked about no more than once an hour, whatever comes of it', async () => {
		const tokens = await open();
		for (const answer of [async () => undefined, () => Promise.reject(new Error('No network'))]) {
			editor.time += HOUR;
			asked = [];
			hub = answer;
			assert.equal((await writes(tokens)).code, 'token.permission');
			assert.equal((await writes(tokens)).code, 'token.permission');
			assert.deepEqual(asked, ['vscode']);
		}
	});

	it('is asked about again a minute after the Hub could not be asked', async () => {
		const tokens = await open();
		const answers = hub;
		editor.time += HOUR;
		hub = () => Promise.reject(new Error('No network'));
		assert.equal((await writes(tokens)).code, 'token.permission');
		hub = answers;
		editor.time += 61_000;
		assert.equal((await tokens.credential('hub.write', signal, 'ada/x'))?.value, value);
		assert.deepEqual(asked, ['vscode', 'vscode']);
	});

	it('is asked about once where several need it at the same time', async () => {
		const tokens = await open();
		editor.time += HOUR;
		const all = await Promise.all([1, 2, 3].map(() => tokens.credential('hub.write', signal, 'ada/x')));
		assert.deepEqual(
			all.map(credential => credential?.value),
			[value, value, value],
		);
		assert.deepEqual(asked, ['vscode']);
	});

	it('is asked about for an organization that was not known to pay', async () => {
		const tokens = await open();
		hub = (_, { id }) =>
			tokens.update(id, { role: 'write', organisations: [{ name: 'acme', canPay: true }], state: 'valid' });
		assert.equal(
			(await problemOf(tokens.credential('inference', signal, 'acme'))).code,
			'billing.organization',
		);
		editor.time += HOUR;
		assert.equal((await tokens.credential('inference', signal, 'acme'))?.value, value);
	});

	it('is asked about where the Hub has refused it an hour ago, and used all the same', async () => {
		const tokens = await open();
		const credential = await tokens.credential('inference', signal);
		assert.ok(credential);
		await tokens.refused(credential, 'invalid');
		await tokens.credential('inference', signal);
		assert.deepEqual(asked, []);
		editor.time += HOUR;
		assert.equal((await tokens.credential('inference', signal))?.value, value);
		assert.equal(tokens.records[0]?.state, 'valid');
	});

	it('is not asked about any more once nobody waits', async () => {
		const tokens = await open();
		editor.time += HOUR;
		const stop = new AbortController();
		hub = () => {
			setImmediate(() => stop.abort());
			return new Promise(() => undefined);
		};
		const { code } = await problemOf(tokens.credential('hub.write', stop.signal, 'ada/x'));
		assert.equal(code, 'cancelled');
	});
});
