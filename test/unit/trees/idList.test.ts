import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IdList, type IdStorage } from '../../../src/trees/idList';

/** Storage as the editor's: what was put in comes out as JSON would have it. */
function storage(initial?: unknown) {
	const values = new Map<string, string>();
	return {
		get: (key: string): unknown => {
			const kept = values.get(key);
			return kept === undefined ? initial : JSON.parse(kept);
		},
		update: async (key: string, next: unknown) => void values.set(key, JSON.stringify(next)),
	};
}

const list = (kept: IdStorage, most?: number) =>
	new IdList({ storage: kept, key: 'hfWorkbench.test', ...(most !== undefined && { most }) });

describe('IdList', () => {
	it('keeps pins in the order of pinning, each once', async () => {
		const pins = list(storage());
		await pins.add('b/two');
		await pins.add('a/one');
		await pins.add('b/two');
		assert.deepEqual(pins.ids, ['b/two', 'a/one']);
		await pins.remove('b/two');
		assert.deepEqual(pins.ids, ['a/one']);
		assert.equal(pins.has('a/one'), true);
		assert.equal(pins.has('b/two'), false);
	});

	it('tells only of changes', async () => {
		const pins = list(storage());
		let told = 0;
		pins.onDidChange(() => told++);
		await pins.remove('not/there');
		assert.equal(told, 0);
		await pins.add('a/one');
		await pins.add('a/one');
		assert.equal(told, 1);
	});

	const damaged: ReadonlyArray<readonly [string, unknown, readonly string[]]> = [
		['nothing', undefined, []],
		['a text', 'a/one', []],
		['an object', { 0: 'a/one' }, []],
		['other things between', ['a/one', 7, null, { id: 'b' }, 'b/two'], ['a/one', 'b/two']],
		['what is no repo id', ['../../etc', 'a/b/c', '', ' a/b', 'gpt2'], ['gpt2']],
		['one twice', ['a/one', 'a/one'], ['a/one']],
	];
	for (const [what, stored, expected] of damaged) {
		it(`reads ${what} in the storage without failing`, () => {
			assert.deepEqual(list(storage(stored)).ids, expected);
		});
	}

	it('can pin whatever the storage held before', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async stored => {
				const pins = list(storage(stored));
				await pins.add('a/one');
				assert.equal(pins.has('a/one'), true);
			}),
		);
	});

	it('puts what is opened again first, and lets the oldest go', async () => {
		const recent = list(storage(), 2);
		for (const id of ['a/one', 'b/two', 'a/one', 'c/three']) {
			await recent.addFirst(id);
		}
		assert.deepEqual(recent.ids, ['c/three', 'a/one']);
	});

	it('goes on with the new name of what is renamed, in its place and once', async () => {
		const pins = list(storage(['a/one', 'b/two', 'c/three']));
		await pins.replace('b/two', 'd/four');
		assert.deepEqual(pins.ids, ['a/one', 'd/four', 'c/three']);
		await pins.replace('a/one', 'c/three');
		assert.deepEqual(pins.ids, ['c/three', 'd/four']);
		await pins.replace('no/such', 'e/five');
		assert.deepEqual(pins.ids, ['c/three', 'd/four']);
	});
});
