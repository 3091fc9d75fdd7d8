import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Claims } from '../../../src/util/claims';

const signal = new AbortController().signal;

describe('what only one window does', () => {
	let folder: string;
	let file: string;
	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'claims-'));
		file = path.join(folder, 'reminders.json');
	});
	afterEach(() => rm(folder, { recursive: true }));
	const open = (at = file) => new Claims(at, async milliseconds => delay(milliseconds / 20));

	it('is done by whoever claims it first, also at the same moment', async () => {
		const taken = await Promise.all([open(), open(), open()].map(one => one.take(['a', 'b'], 1, 10, signal)));
		assert.deepEqual(taken.flat().sort(), ['a', 'b']);
	});

	it('is each thing for itself, and anew after its time', async () => {
		assert.deepEqual(await open().take(['a'], 1, 10, signal), ['a']);
		assert.deepEqual(await open().take(['a', 'b'], 5, 20, signal), ['b']);
		assert.deepEqual(await open().take(['a', 'b'], 10, 20, signal), ['a']);
		assert.deepEqual(await open().take(['b'], 20, 30, signal), ['b']);
		assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), { b: 30 });
	});

	for (const damage of ['', 'garbage', '[1]', '{"a":"soon"}']) {
		it(`is not kept from being done by a damaged file: ${damage}`, async () => {
			await writeFile(file, damage);
			assert.deepEqual(await open().take(['a'], 1, 10, signal), ['a']);
			assert.deepEqual(await open().take(['a'], 1, 10, signal), []);
		});
	}

	it('is done once by a window that cannot write the file', async () => {
		const nowhere = path.join(file, 'below a file');
		await writeFile(file, '{}');
		const window = open(nowhere);
		assert.deepEqual(await window.take(['a'], 1, 10, signal), ['a']);
		assert.deepEqual(await window.take(['a'], 1, 10, signal), []);
	});
});
