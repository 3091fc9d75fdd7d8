import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { MediaStore } from '../../../src/results/mediaStore';
import type { ProblemError } from '../../../src/util/problemError';

const PNG = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
const WAV = Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1');

describe('the files of runs', () => {
	let root: string;
	let store: MediaStore;
	beforeEach(async () => {
		root = await mkdtemp(join(tmpdir(), 'hf-workbench-media-'));
		store = new MediaStore(join(root, 'media'));
	});
	afterEach(() => rm(root, { recursive: true, force: true }));

	it('are named after their place and what they are, whatever they are said to be', async () => {
		const kept = await store.keep('run-1', {
			kind: 'masks',
			image: { mimeType: 'text/html', bytes: PNG },
			masks: [{ label: '../../x', mask: { mimeType: 'image/../../x', bytes: WAV } }],
		});
		assert.deepEqual(kept, {
			kind: 'masks',
			image: { mimeType: 'image/png', name: '0.png', size: PNG.length },
			masks: [{ label: '../../x', mask: { mimeType: 'audio/wav', name: '1.wav', size: WAV.length } }],
		});
		assert.deepEqual((await readdir(join(root, 'media/run-1'))).sort(), ['0.png', '1.wav']);
		assert.deepEqual(await readFile(join(root, 'media/run-1/0.png')), PNG);
	});

	it('can be read by their owner only', async () => {
		await store.keep('a', { kind: 'image', image: { mimeType: 'image/png', bytes: PNG } });
		// Windows has no such bits: there it is the user's own profile that others cannot read.
		const modes = await Promise.all(
			['media', 'media/a', 'media/a/0.png'].map(async path => (await stat(join(root, path))).mode & 0o777),
		);
		if (process.platform !== 'win32') {
			assert.deepEqual(modes, [0o700, 0o700, 0o600]);
		}
	});

	it('are moved here where they came as a file', async () => {
		const large = join(root, 'large');
		await writeFile(large, WAV);
		const kept = await store.keep('a', {
			kind: 'audio',
			clips: [{ audio: { mimeType: 'audio/wav', file: large } }],
		});
		assert.deepEqual(kept, {
			kind: 'audio',
			clips: [{ audio: { mimeType: 'audio/wav', name: '0.wav', size: WAV.length } }],
		});
		await assert.rejects(stat(large));
	});

	it('are written once where an output has one twice', async () => {
		const image = { mimeType: 'image/png', bytes: PNG };
		await store.keep('a', { kind: 'masks', image, masks: [{ label: 'all', mask: image }] });
		assert.deepEqual(await readdir(join(root, 'media/a')), ['0.png']);
	});

	it('make no folder for an output without any', async () => {
		const output = { kind: 'json', value: [1] } as const;
		assert.deepEqual(await store.keep('a', output), output);
		assert.deepEqual(await readdir(root), []);
	});

	it('go with their run, and those of runs that are gone go too', async () => {
		for (const id of ['a', 'b', 'c']) {
			await store.keep(id, { kind: 'image', image: { mimeType: 'image/png', bytes: PNG } });
		}
		await store.remove('a');
		await store.removeOthers(new Set(['b']));
		assert.deepEqual(await readdir(join(root, 'media')), ['b']);
	});

	it('are a problem of the disk where they cannot be written', async () => {
		await writeFile(join(root, 'media'), 'a file in the way');
		await assert.rejects(
			store.keep('a', { kind: 'image', image: { mimeType: 'image/png', bytes: PNG } }),
			(error: ProblemError) => error.problem.code === 'disk.permission',
		);
	});
});
