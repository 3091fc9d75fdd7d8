import assert from 'node:assert/strict';
import type { RepoQuery } from '../../../src/hub/repo';
import type { RepoType } from '../../../src/shared/repoType';
import { newSearch, withFilter, type Search } from '../../../src/trees/search';
import { collectionQuery, repoQuery, searchWords } from '../../../src/trees/searchQuery';

const CASES: ReadonlyArray<
	readonly [RepoType, Partial<Search>, Omit<RepoQuery, 'type' | 'sort'>, readonly string[]]
> = [
	['model', {}, {}, []],
	['model', { text: '  qwen coder ' }, { text: 'qwen coder' }, []],
	['model', { text: ' ' }, {}, []],
	[
		'model',
		{ text: 'q', filters: { task: 'text-to-image', provider: 'fal-ai' } },
		{ text: 'q', pipelineTag: 'text-to-image', provider: 'fal-ai' },
		['Text-to-Image', 'fal'],
	],
	['model', { filters: { provider: 'all' } }, { provider: 'all' }, ['Any Provider']],
	[
		'model',
		{ filters: { task: 'new-task', provider: 'new-one' } },
		{ pipelineTag: 'new-task', provider: 'new-one' },
		['New Task', 'new-one'],
	],
	[
		'model',
		{
			filters: {
				library: 'gguf',
				language: 'fr',
				license: 'mit',
				size: 'min:3B,max:10B',
				app: 'ollama',
				gated: 'false',
				author: 'acme',
			},
		},
		{
			owner: 'acme',
			app: 'ollama',
			gated: false,
			parameters: 'min:3B,max:10B',
			tags: ['gguf', 'fr', 'license:mit'],
		},
		['GGUF', 'French', 'MIT', '3B to 10B Parameters', 'Ollama', 'Open', 'by acme'],
	],
	[
		'dataset',
		{ filters: { task: 'summarization', size: 'n<1K', language: 'de', gated: 'true' } },
		{
			gated: true,
			tags: ['task_categories:summarization', 'language:de', 'size_categories:n<1K'],
		},
		['Summarization', 'Fewer Than 1,000 Rows', 'German', 'Gated'],
	],
	['space', { filters: { sdk: 'gradio' } }, { tags: ['gradio'] }, ['Gradio']],
];

describe('a search', () => {
	for (const [type, change, query, words] of CASES) {
		it(`of ${type}s asks and says what ${JSON.stringify(change)} means`, () => {
			const search = { ...newSearch(type), ...change };
			assert.deepEqual(repoQuery(type, search), { type, sort: 'trendingScore', ...query });
			assert.deepEqual(searchWords(search), words);
		});
	}

	it('says its order where that is not the usual one', () => {
		assert.deepEqual(searchWords({ ...newSearch('model'), sort: 'likes' }), ['Most Likes']);
	});

	it('of collections knows their own words for orders', () => {
		const search: Search = {
			...newSearch('collection'),
			text: 'x',
			sort: 'likes',
			filters: { author: 'ada' },
		};
		assert.deepEqual(collectionQuery(search), { text: 'x', sort: 'upvotes', owner: 'ada' });
	});

	it('is narrowed, and narrowed no longer', () => {
		const narrowed = withFilter(newSearch('model'), 'license', 'mit');
		assert.deepEqual(narrowed.filters, { license: 'mit' });
		assert.deepEqual(withFilter(narrowed, 'license', undefined), newSearch('model'));
	});
});
