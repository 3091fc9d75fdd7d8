import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { hubCacheFolder } from '../../../src/hub/cache/hubCacheFolder';
import { CacheLayout, repoOfFolder } from '../../../src/hub/cache/cacheLayout';
import { filterFiles, readPatterns } from '../../../src/hub/transfers/filterFiles';
import type { HubFile } from '../../../src/hub/transfers/hubFiles';
import { fileUrl } from '../../../src/hub/transfers/repoUrl';
import { isSafeFilePath } from '../../../src/hub/transfers/safeFilePath';
import { Speedometer } from '../../../src/hub/transfers/speedometer';
import { parseRepo, repoArgument } from '../../../src/transfers/repoArgument';
import { shortPlace } from '../../../src/transfers/shortPlace';
import { timeLeft } from '../../../src/transfers/timeLeft';
import { withoutIcons } from '../../../src/ui/withoutIcons';
import { byteSize } from '../../../src/shared/byteSize';

describe('A file’s name from the Hub', () => {
	it('never leads out of its folder, whatever it is', () => {
		const segment = fc.oneof(fc.constantFrom('..', '.', '', 'a', 'C:', '~', '...', 'b.txt'), fc.string());
		fc.assert(
			fc.property(fc.array(segment, { maxLength: 6 }), fc.constantFrom('/', '\\'), (parts, separator) => {
				const name = parts.join(separator);
				for (const flavour of [path.posix, path.win32]) {
					if (isSafeFilePath(name, 'win32')) {
						const root = flavour === path.win32 ? 'D:\\root' : '/root';
						const full = flavour.resolve(root, ...name.split('/'));
						assert.ok(full.startsWith(root + flavour.sep), full);
					}
				}
			}),
			{ numRuns: 2000 },
		);
	});

	const rows: ReadonlyArray<readonly [name: string, onLinux: boolean, onWindows: boolean]> = [
		['model.safetensors', true, true],
		['onnx/model.onnx', true, true],
		['.gitattributes', true, true],
		['..hidden', true, true],
		['ü ñ.txt', true, true],
		['a/../b', false, false],
		['../b', false, false],
		['/etc/passwd', false, false],
		['C:/x', false, false],
		['C:x', false, false],
		['\\\\server\\x', false, false],
		['a//b', false, false],
		['a/', false, false],
		['', false, false],
		['a\0b', false, false],
		['aux.py', true, false],
		['a/CON', true, false],
		['nul.tar.gz', true, false],
		['com1', true, false],
		['console.log', true, true],
		['what?.txt', true, false],
		['ax:stream', true, false],
		['dot.', true, false],
		['x'.repeat(256), false, false],
	];
	for (const [name, onLinux, onWindows] of rows) {
		it(`${JSON.stringify(name.slice(0, 20))} is ${onLinux ? '' : 'not '}safe, on Windows ${onWindows ? 'as well' : 'not'}`, () => {
			assert.equal(isSafeFilePath(name, 'linux'), onLinux);
			assert.equal(isSafeFilePath(name, 'win32'), onWindows);
		});
	}
});

describe('The shared cache', () => {
	const home = '/home/ada';
	const rows: ReadonlyArray<readonly [Readonly<Record<string, string>>, string]> = [
		[{}, '/home/ada/.cache/huggingface/hub'],
		[{ XDG_CACHE_HOME: '/x' }, '/x/huggingface/hub'],
		[{ HF_HOME: '~/hf' }, '/home/ada/hf/hub'],
		[{ HF_HOME: '$DATA/hf', DATA: '/data' }, '/data/hf/hub'],
		[{ HF_HOME: '/a', HUGGINGFACE_HUB_CACHE: '/b' }, '/b'],
		[{ HUGGINGFACE_HUB_CACHE: '/b', HF_HUB_CACHE: '/c' }, '/c'],
		[{ HF_HUB_CACHE: '' }, '/home/ada/.cache/huggingface/hub'],
	];
	for (const [environment, folder] of rows) {
		it(`is ${folder} with ${JSON.stringify(environment)}`, () => {
			assert.equal(hubCacheFolder(environment, home), path.resolve(folder));
		});
	}

	it('names a repo’s folder so that the repo can be told from it', () => {
		for (const repo of [
			{ type: 'model', id: 'gpt2' },
			{ type: 'dataset', id: 'rajpurkar/squad' },
			{ type: 'space', id: 'a-b/c.d_e' },
		] as const) {
			assert.deepEqual(repoOfFolder(path.basename(new CacheLayout('/c', repo).folder)), repo);
		}
		assert.equal(path.basename(new CacheLayout('/c', { type: 'model', id: 'o/m' }).folder), 'models--o--m');
		for (const other of ['.locks', 'CACHEDIR.TAG', 'models--a--b--c', 'things--a--b', 'models--']) {
			assert.equal(repoOfFolder(other), undefined);
		}
	});
});

describe('Which files are wanted', () => {
	const files = ['README.md', 'a.safetensors', 'onnx/model.onnx', 'onnx/.hidden', 'x/y/z.json'].map(
		(name): HubFile => ({ path: name, size: 1, tag: '0'.repeat(40), hash: 'git-sha1' }),
	);
	const rows: ReadonlyArray<readonly [string, readonly string[]]> = [
		['', ['README.md', 'a.safetensors', 'onnx/model.onnx', 'onnx/.hidden', 'x/y/z.json']],
		['*.json', ['x/y/z.json']],
		['*.md, *.json', ['README.md', 'x/y/z.json']],
		['onnx/', ['onnx/model.onnx', 'onnx/.hidden']],
		['!onnx/ !*.md', ['a.safetensors', 'x/y/z.json']],
		['x/**/*.json', ['x/y/z.json']],
		['*.gguf', []],
	];
	for (const [patterns, wanted] of rows) {
		it(`by “${patterns}”`, () => {
			assert.deepEqual(
				filterFiles(files, readPatterns(patterns)).map(file => file.path),
				wanted,
			);
		});
	}
});

describe('What is said of downloads', () => {
	it('sizes, in powers of ten', () => {
		const sizes = [0, 999, 1000, 1_234_567, 999_950_000, 4_900_000_000, 16e9, 1e12, -1];
		assert.deepEqual(sizes.map(byteSize), [
			'0 B',
			'999 B',
			'1 kB',
			'1.23 MB',
			'1 GB',
			'4.9 GB',
			'16 GB',
			'1 TB',
			'?',
		]);
	});

	it('the time that is left', () => {
		assert.deepEqual([0, 5, 89, 90, 600, 7200].map(timeLeft), [
			'1 s left',
			'5 s left',
			'89 s left',
			'2 min left',
			'10 min left',
			'2 h left',
		]);
	});

	it('the speed of the last seconds, without what was there before', () => {
		const meter = new Speedometer();
		meter.add(1_000_000, 0);
		assert.equal(meter.speed, undefined);
		meter.add(2_000_000, 1_000);
		assert.equal(meter.speed, 1_000_000);
		meter.add(2_000_000, 20_000);
		assert.equal(meter.speed, undefined);
	});

	it('which repo is meant', () => {
		assert.deepEqual(parseRepo('gpt2'), { type: 'model', id: 'gpt2' });
		assert.deepEqual(parseRepo('datasets/a/b'), { type: 'dataset', id: 'a/b' });
		assert.deepEqual(parseRepo('https://huggingface.co/spaces/a/b/tree/main'), { type: 'space', id: 'a/b' });
		assert.equal(parseRepo('a/b/c'), undefined);
		assert.equal(parseRepo('../b'), undefined);
		assert.deepEqual(repoArgument({ modelId: 'a/b' }), { type: 'model', id: 'a/b' });
		assert.deepEqual(repoArgument({ repo: { type: 'space', id: 'a/b' } }), { type: 'space', id: 'a/b' });
		assert.equal(repoArgument({ repo: { type: 'thing', id: 'a/b' } }), undefined);
		assert.equal(repoArgument(undefined), undefined);
	});

	it('names without icons in them', () => {
		assert.equal(withoutIcons('$(trash) of $((sync~spin) $5'), '$\u200B(trash) of $\u200B((sync~spin) $5');
	});

	const places: ReadonlyArray<readonly [string | undefined, string]> = [
		[undefined, 'a/b (main)'],
		['onnx/quantized', 'onnx/quantized in a/b (main)'],
		['weights-for-small-machines/onnx', '…/onnx in a/b (main)'],
		['weights-for-small-machines-and-large', '…small-machines-and-large in a/b (main)'],
		['onnx/weights-for-small-machines-and-large', '…small-machines-and-large in a/b (main)'],
	];
	for (const [into, said] of places) {
		it(`${said} where there is little room`, () => {
			const place = { repo: { type: 'model', id: 'a/b' }, branch: 'main' } as const;
			assert.equal(shortPlace({ ...place, ...(into !== undefined && { into }) }), said);
		});
	}

	it('addresses that no name can change', () => {
		assert.equal(
			fileUrl('https://h', { type: 'dataset', id: 'a/b' }, 'refs/pr/1', 'x y/#?%.txt'),
			'https://h/datasets/a/b/resolve/refs%2Fpr%2F1/x%20y/%23%3F%25.txt',
		);
	});
});
