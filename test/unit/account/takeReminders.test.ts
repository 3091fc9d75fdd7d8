import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { takeReminders } from '../../../src/account/takeReminders';
import type { Tokens } from '../../../src/tokens/tokens';
import { Claims } from '../../../src/util/claims';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor } from '../tokens/fakeEditor';
import { newToken } from '../tokens/newToken';

const { read: first, write: second, otherUser: third } = makeTestTokens();
const DAY = 24 * 60 * 60 * 1000;
const NOW = 1000 * DAY;
const createdAt = NOW - 120 * DAY;

describe('reminders of old tokens', () => {
	let editor: FakeEditor;
	let folder: string;
	beforeEach(async () => {
		editor = new FakeEditor();
		folder = await mkdtemp(path.join(tmpdir(), 'reminders-'));
	});
	afterEach(() => rm(folder, { recursive: true }));

	const errors: unknown[] = [];
	const open = (file = path.join(folder, 'reminders.json')) => {
		const { tokens, globalState } = editor.openWindow();
		const claims = new Claims(file, async milliseconds => delay(milliseconds / 20));
		const remind = async (now = NOW) => {
			const due = await takeReminders({
				tokens,
				claims,
				now,
				remindAfterDays: 90,
				signal: new AbortController().signal,
				onError: error => errors.push(error),
			});
			return due.map(({ record }) => record.name);
		};
		return { tokens, globalState, remind };
	};
	const addThree = async (tokens: Tokens) => {
		await tokens.add(newToken({ name: 'one', createdAt }), first);
		await tokens.add(newToken({ name: 'two', createdAt }), second);
		await tokens.add(newToken({ name: 'young', createdAt: NOW }), third);
	};

	it('are of every token, once, though another one is in use', async () => {
		const { tokens, remind } = open();
		await addThree(tokens);
		await tokens.setDefault(tokens.records[2]?.id ?? '');
		assert.deepEqual(await remind(), ['one', 'two']);
		assert.deepEqual(await remind(), []);
		assert.deepEqual(await remind(NOW + 29 * DAY), []);
		assert.deepEqual(await remind(NOW + 30 * DAY), ['one', 'two']);
	});

	it('come in one window, where two look at the same moment', async () => {
		const [here, there] = [open(), open()];
		await addThree(here.tokens);
		there.globalState.sync();
		const [one, other] = await Promise.all([here.remind(), there.remind()]);
		assert.deepEqual([...one, ...other], ['one', 'two']);
	});

	it('come in one window, where the other has not heard yet that it was reminded', async () => {
		const [here, there] = [open(), open()];
		await addThree(here.tokens);
		there.globalState.sync();
		assert.deepEqual(await here.remind(), ['one', 'two']);
		assert.equal(there.tokens.records[0]?.remindAt, undefined);
		assert.deepEqual(await there.remind(), []);
	});

	it('come for a new value of a token again', async () => {
		const { tokens, remind } = open();
		const { id } = await tokens.add(newToken({ createdAt }), first);
		assert.equal((await remind()).length, 1);
		await tokens.replace(id, newToken({ createdAt: createdAt + 1 }), second);
		assert.equal((await remind()).length, 1);
	});

	it('come before an end though the age was spoken of a few days ago', async () => {
		const { tokens, remind } = open();
		await tokens.add(newToken({ createdAt, expiresAt: NOW + 10 * DAY }), first);
		assert.equal((await remind()).length, 1);
		assert.equal((await remind(NOW + 2 * DAY)).length, 0);
		assert.equal((await remind(NOW + 3 * DAY)).length, 1);
	});

	it('come, once, where neither the list nor the file can be written', async () => {
		const { tokens, remind } = open(path.join(folder, 'nowhere', '\0'));
		await tokens.add(newToken({ createdAt }), first);
		editor.mementoFaults.push('throw', 'throw', 'throw');
		assert.equal((await remind()).length, 1);
		assert.equal(errors.length, 1);
		assert.equal((await remind()).length, 0);
	});
});
