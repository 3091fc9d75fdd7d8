import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dropGoneFile } from '../ui/driver/dropGoneFile';
import { SCENARIOS } from './scenarios';
import { usePage } from './usePage';

describe('the form for what is missing before a run', () => {
	const open = usePage();
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'input-form-'));
	});
	after(() => rm(folder, { recursive: true }));

	it('tells the host of a file that cannot be read, such as one that is gone by now', async () => {
		const opened = await open();
		await opened.send(...SCENARIOS.form);
		const field = opened.page.getByRole('button', { name: 'Image: Choose File…' });
		await dropGoneFile(field, path.join(folder, 'gone.png'));
		await opened.page.waitForFunction(() => globalThis.posted.some(({ type }) => type === 'refuseFile'));
		assert.deepEqual((await opened.posted()).at(-1), {
			type: 'refuseFile',
			id: 'form',
			field: 'image',
			why: 'unreadable',
		});
	});
});
