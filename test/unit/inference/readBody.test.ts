import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { readBody } from '../../../src/inference/readBody';
import { readWholeBody } from '../../../src/inference/readWholeBody';
import { ProblemError } from '../../../src/util/problemError';

const PART = new Uint8Array(40).fill(7);

/** An answer of so many parts of 40 bytes; it breaks off after `breakAfter` of them. */
function answer(parts: number, breakAfter = Infinity): Response {
	let sent = 0;
	return new Response(
		new ReadableStream({
			pull(controller) {
				if (sent === breakAfter) {
					controller.error(new Error('cut'));
				} else if (sent++ === parts) {
					controller.close();
				} else {
					controller.enqueue(PART);
				}
			},
		}),
	);
}

/** Files of that name are made by nobody else in a test of this kind: the name ends in a UUID. */
const left = async () =>
	(await readdir(tmpdir())).filter(name => /^hf-workbench-[\da-f]{8}-[\da-f-]{27}$/.test(name));

describe('the body of an answer', () => {
	it('is in memory while it is small', async () => {
		const body = await readBody(answer(3), 120);
		assert.ok('bytes' in body);
		assert.equal(body.bytes.length, 120);
	});

	it('is nothing where there is none', async () =>
		assert.deepEqual(await readBody(new Response(null)), { bytes: new Uint8Array() }));

	it('goes to a file of its own when it is large, whole', async () => {
		const body = await readBody(answer(10), 100);
		assert.ok('file' in body);
		const written = await readFile(body.file);
		assert.equal(written.length, 400);
		assert.ok(written.every(byte => byte === 7));
		await rm(body.file);
	});

	it('says what is wrong with the disk, and not with the connection', async () => {
		const folder = join(__filename, 'within');
		await assert.rejects(
			readBody(answer(10), 100, folder),
			(error: unknown) =>
				error instanceof ProblemError &&
				error.problem.code === 'disk.permission' &&
				error.problem.path === folder,
		);
	});

	it('is let go of where it is larger than what can be understood as a whole', async () => {
		assert.equal((await readWholeBody(answer(3), 120)).length, 120);
		assert.equal((await readWholeBody(new Response(null), 120)).length, 0);
		let isLeft = false;
		const endless = new Response(
			new ReadableStream({
				pull: controller => controller.enqueue(PART),
				cancel: () => void (isLeft = true),
			}),
		);
		await assert.rejects(readWholeBody(endless, 1_000_000), {
			problem: { code: 'protocol', detail: 'The answer is larger than 1 MB.' },
		});
		assert.equal(isLeft, true);
	});

	it('leaves no file behind when it breaks off', async () => {
		const before = await left();
		await assert.rejects(readBody(answer(10, 5), 100), /cut/);
		assert.deepEqual(await left(), before);
	});
});
