import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SavedSearches } from '../../../src/trees/savedSearches';
import { newSearch } from '../../../src/trees/search';

function storage(initial?: unknown) {
	let kept = JSON.stringify(initial);
	return {
		get: (): unknown => (kept === undefined ? undefined : JSON.parse(kept)),
		update: async (_: string, next: unknown) => void (kept = JSON.stringify(next)),
	};
}

describe('SavedSearches', () => {
	const coder = {
		...newSearch('model'),
		text: 'coder',
		filters: { license: 'mit', task: 'text-generation' },
	};

	it('keeps each search once, by kind', async () => {
		const searches = new SavedSearches(storage());
		await searches.add(coder);
		await searches.add({
			...coder,
			text: ' coder ',
			filters: { task: 'text-generation', license: 'mit' },
		});
		await searches.add(newSearch('dataset'));
		assert.deepEqual(searches.all('model'), [coder]);
		assert.equal(searches.all('dataset').length, 1);
		await searches.remove(coder);
		assert.deepEqual(searches.all('model'), []);
	});

	it('keeps searches of the same text apart that are narrowed otherwise', async () => {
		const searches = new SavedSearches(storage());
		await searches.add(coder);
		await searches.add({ ...coder, filters: {} });
		assert.equal(searches.all('model').length, 2);
	});

	it('passes over what is no search, and can save whatever the storage held', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), async stored => {
				const searches = new SavedSearches(storage(stored));
				await searches.add(coder);
				assert.ok(searches.has(coder));
			}),
		);
	});

	it('passes over filters that it does not know', () => {
		const stored = [{ ...coder, filters: { license: 'mit', colour: 'red', task: 7 } }];
		assert.deepEqual(new SavedSearches(storage(stored)).all('model')[0]?.filters, { license: 'mit' });
	});
});
