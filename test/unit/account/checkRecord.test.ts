import assert from 'node:assert/strict';
import { checkRecord } from '../../../src/account/checkRecord';
import type { Hub } from '../../../src/hub/hub';
import type { ToldIdentity } from '../../../src/hub/identity';
import { ProblemError } from '../../../src/util/problemError';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor } from '../tokens/fakeEditor';
import { newToken } from '../tokens/newToken';

const { read: first, write: second } = makeTestTokens();
const signal = new AbortController().signal;
const ADA: ToldIdentity = {
	user: 'ada',
	tokenName: 'at the Hub',
	role: 'read',
	isPro: false,
	organisations: [],
	toldAt: 0,
};

describe('the check of a token', () => {
	let editor: FakeEditor;
	let tokens: ReturnType<FakeEditor['openWindow']>['tokens'];
	let asked: string[];
	beforeEach(() => {
		editor = new FakeEditor();
		({ tokens } = editor.openWindow());
		asked = [];
	});

	/** A Hub that does something else, too, while it is asked. */
	const hub = (answer: (value: string) => Promise<ToldIdentity>) => ({
		tokens,
		hub: {
			whoAmI: async ({ value }) => {
				asked.push(value);
				return answer(value);
			},
		} satisfies Pick<Hub, 'whoAmI'> as unknown as Hub,
	});
	const unknown = () => Promise.reject(new ProblemError({ code: 'token.invalid' }));

	it('says nothing about a value that has come in its place meanwhile, and asks about that', async () => {
		const record = await tokens.add(newToken(), first);
		const outcome = await checkRecord(
			hub(async value => {
				if (value === first) {
					await tokens.replace(record.id, newToken(), second);
					return unknown();
				}
				return ADA;
			}),
			record,
			signal,
		);
		assert.deepEqual(asked, [first, second]);
		assert.equal(outcome.state, 'valid');
		assert.deepEqual([tokens.records[0]?.state, tokens.records[0]?.role], ['valid', 'read']);
	});

	it('of one that was removed meanwhile brings nothing back', async () => {
		const record = await tokens.add(newToken(), first);
		const outcome = await checkRecord(
			hub(async () => {
				await tokens.remove(record.id);
				return ADA;
			}),
			record,
			signal,
		);
		assert.deepEqual([outcome.state, tokens.records], ['unreadable', []]);
	});

	it('comes to an end though the value is another one each time', async () => {
		const record = await tokens.add(newToken(), first);
		await checkRecord(
			hub(async () => {
				await tokens.replace(record.id, newToken(), makeTestTokens().read);
				return ADA;
			}),
			record,
			signal,
		);
		assert.equal(asked.length, 2);
	});

	it('does not wait for a keyring when nobody waits for it any more', async () => {
		const record = await tokens.add(newToken(), first);
		const stop = new AbortController();
		editor.secretFaults.push('hang');
		const checking = checkRecord(hub(unknown), record, stop.signal);
		stop.abort();
		await assert.rejects(checking, { message: 'cancelled' });
		assert.deepEqual(asked, []);
	});

	it('says why the keyring does not give a value', async () => {
		const record = await tokens.add(newToken(), first);
		editor.secretFaults.push('throw');
		const { state, problem } = await checkRecord(hub(unknown), record, signal);
		assert.deepEqual([state, problem?.code], ['unreadable', 'token.keyring']);
		assert.deepEqual(asked, []);
	});

	it('gives one whose facts got lost the name that it has at the Hub', async () => {
		const record = await tokens.add(newToken({ name: 'recovered', user: '', role: 'unknown' }), first);
		const outcome = await checkRecord(
			hub(async () => ADA),
			record,
			signal,
		);
		assert.equal(outcome.name, '“at the Hub”');
		assert.deepEqual([tokens.records[0]?.name, tokens.records[0]?.user], ['at the Hub', 'ada']);
	});
});
