import assert from 'node:assert/strict';
import type { RepoContents } from '../../../src/hub/contents';
import { listAllFiles } from '../../../src/hub/listAllFiles';

type FilesPage = Awaited<ReturnType<RepoContents['files']>>;

const AT = { type: 'model', id: 'ada/tiny', revision: 'main' } as const;

/** A repo of so many pages with 2,500 files each. */
function repoOf(pages: number): Pick<RepoContents, 'files'> {
	const page = (left: number): FilesPage => ({
		entries: Array.from({ length: 2_500 }, (_, index) => ({
			type: 'file' as const,
			path: `${left}-${index}.txt`,
			size: 1,
			oid: '',
			isLarge: false,
		})),
		...(left > 1 ? { next: () => Promise.resolve(page(left - 1)) } : {}),
	});
	return { files: () => Promise.resolve(page(pages)) };
}

describe('listAllFiles', () => {
	for (const [pages, files, isCut] of [
		[1, 2_500, false],
		[2, 5_000, false],
		[3, 5_000, true],
	] as const) {
		it(`lists ${files} files of ${pages} pages and says ${isCut ? 'that there are more' : 'no more'}`, async () => {
			const listed = await listAllFiles(repoOf(pages), AT, new AbortController().signal);
			assert.deepEqual([listed.files.length, listed.isCut], [files, isCut]);
		});
	}
});
