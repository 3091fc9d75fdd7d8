import assert from 'node:assert/strict';
import { requireFits } from '../../../src/hub/transfers/upload/requireFits';
import type { UploadOrder } from '../../../src/hub/transfers/upload/runUpload';
import type { UploadFile } from '../../../src/hub/transfers/upload/uploadPlan';
import { problemOf } from '../../../src/util/problemOf';

describe('What is too much for one commit', () => {
	const files = (count: number, name: (index: number) => string, more: Partial<UploadFile> = {}) =>
		Array.from({ length: count }, (_, index): UploadFile => {
			const tag = '0'.repeat(64);
			const path = name(index);
			return { path, size: 1, modifiedAt: 0, change: 'added', mode: 'lfs', tag, ...more };
		});
	const problemWith = (all: readonly UploadFile[]) => {
		const plan = {
			repo: { type: 'dataset', id: 'ada/many' },
			folder: '/data',
			branch: 'main',
			parent: '1'.repeat(40),
			files: all,
			missing: [],
			unchanged: 0,
			ignored: [],
			withheld: [],
			overruled: [],
			unreadable: [],
			tooLarge: [],
			onlyProposed: false,
		} as const;
		const order: UploadOrder = {
			plan,
			files: all,
			deleted: [],
			title: 'Many',
			description: '',
			asPullRequest: false,
		};
		try {
			requireFits(order);
			return undefined;
		} catch (error) {
			return problemOf(error);
		}
	};
	const inFolders = (index: number) => `data/${index % 10}/${index}.bin`;

	it('is more than 25,000 files by hash, and not one less', () => {
		assert.equal(problemWith(files(25_000, inFolders)), undefined);
		assert.deepEqual(problemWith(files(25_001, inFolders)), {
			code: 'commit.tooLarge',
			what: 'files',
			count: 25_001,
			most: 25_000,
		});
	});

	it('is more than a gigabyte of files that are sent in the commit itself, a third more than they have', () => {
		const small = { mode: 'regular', size: 10_000_000 } as const;
		assert.equal(problemWith(files(74, inFolders, small)), undefined);
		const problem = problemWith(files(76, inFolders, small));
		assert.ok(problem?.code === 'commit.tooLarge' && problem.what === 'bytes' && problem.count > 1e9);
	});

	it('is more than 10,000 entries in one folder, files and folders, wherever that is', () => {
		assert.equal(problemWith(files(10_000, index => `flat/${index}.bin`)), undefined);
		const facts = { code: 'commit.tooLarge', what: 'entries', count: 10_001, most: 10_000 } as const;
		assert.deepEqual(problemWith(files(10_001, index => `a/flat/${index}.bin`)), {
			...facts,
			folder: 'a/flat',
		});
		assert.deepEqual(problemWith(files(10_001, index => `${index}/x.bin`)), { ...facts, folder: '' });
	});
});
