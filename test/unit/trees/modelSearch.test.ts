import assert from 'node:assert/strict';
import type { ModelQuery } from '../../../src/hub/model';
import { NEW_SEARCH, searchFilters, searchQuery, type ModelSearch } from '../../../src/trees/modelSearch';

const CASES: ReadonlyArray<readonly [Partial<ModelSearch>, ModelQuery, readonly string[]]> = [
	[{}, { sort: 'trendingScore' }, []],
	[{ text: '  qwen coder ' }, { sort: 'trendingScore', text: 'qwen coder' }, []],
	[{ text: ' ' }, { sort: 'trendingScore' }, []],
	[
		{ text: 'q', pipelineTag: 'text-to-image', provider: 'fal-ai', sort: 'likes' },
		{ sort: 'likes', text: 'q', pipelineTag: 'text-to-image', provider: 'fal-ai' },
		['Text-to-Image', 'fal', 'Most Likes'],
	],
	[{ provider: 'all' }, { sort: 'trendingScore', provider: 'all' }, ['Any Provider']],
	[{ pipelineTag: undefined, provider: undefined }, { sort: 'trendingScore' }, []],
	[
		{ pipelineTag: 'new-task', provider: 'new-one' },
		{ sort: 'trendingScore', pipelineTag: 'new-task', provider: 'new-one' },
		['New Task', 'new-one'],
	],
];

describe('a search for models', () => {
	for (const [change, query, filters] of CASES) {
		it(`asks and says what ${JSON.stringify(change)} means`, () => {
			const search = { ...NEW_SEARCH, ...change };
			assert.deepEqual(searchQuery(search), query);
			assert.deepEqual(searchFilters(search), filters);
		});
	}
});
