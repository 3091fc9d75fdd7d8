import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Page, pageOf } from '../../hub/paging';
import { readRepoQuery } from '../../hub/repoQuery';
import { splitRevision } from '../../hub/repoRoutes';

describe('Pages and paths of the loopback Hub', () => {
	it('give every item once, in order, by following the links', () => {
		fc.assert(
			fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 7 }), (all, limit) => {
				const seen: number[] = [];
				let pages = 0;
				let url: string | undefined = `http://127.0.0.1:1/api/models?search=a+b&limit=${limit}`;
				while (url !== undefined) {
					const { items, link }: Page<number> = pageOf(all, new URL(url), limit);
					seen.push(...items);
					pages++;
					url = link === undefined ? undefined : /^<(.+)>; rel="next"$/.exec(link)?.[1];
				}
				assert.deepEqual(seen, all);
				assert.equal(pages, Math.max(1, Math.ceil(all.length / limit)));
			}),
		);
	});

	it('refuse a cursor that is none', () => {
		assert.throws(() => pageOf([1], new URL('http://127.0.0.1/?cursor=zzz'), 1), /Invalid cursor/);
	});

	it('read bounds of the number of parameters', () => {
		const read = (text: string) => readRepoQuery(new URLSearchParams({ num_parameters: text })).parameters;
		assert.deepEqual(read('min:500M,max:7B'), [5e8, 7e9]);
		assert.deepEqual(read('max:1.5B'), [0, 1.5e9]);
		assert.deepEqual(read(''), [0, Infinity]);
	});

	const paths: ReadonlyArray<readonly [string, string, string]> = [
		['/api/models/a/b/tree/main', 'main', ''],
		['/api/models/a/b/tree/main/sub/x.txt', 'main', 'sub/x.txt'],
		['/api/models/a/b/tree/refs/pr/1/x.txt', 'refs/pr/1', 'x.txt'],
		['/api/models/a/b/tree/refs%2Fpr%2F1/a%20b', 'refs/pr/1', 'a b'],
	];
	for (const [path, revision, file] of paths) {
		it(`split ${path}`, () => {
			assert.deepEqual(splitRevision(path, '/tree/'), { revision, path: file });
		});
	}
});
