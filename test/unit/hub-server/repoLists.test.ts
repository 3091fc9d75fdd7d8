import assert from 'node:assert/strict';
import { listDatasets, listModels, listSpaces } from '@huggingface/hub';
import { collect } from './collect';
import { runningHub } from './runningHub';

describe('The lists of the loopback Hub', () => {
	const running = runningHub();
	const models = (options: NonNullable<Parameters<typeof listModels>[0]>, token?: 'read' | 'otherUser') =>
		collect(listModels({ ...running.hubCall(token), ...options } as Parameters<typeof listModels>[0]));

	it('pages through every model, each once, by absolute Link addresses', async () => {
		const seen: string[] = [];
		let pages = 0;
		for (
			let url: string | undefined = `${running.hub.origin}/api/models?limit=50&sort=likes`;
			url !== undefined;
			pages++
		) {
			const response = await fetch(url);
			const rows = (await response.json()) as Array<{ id: string; likes: number }>;
			assert.ok(rows.length <= 50);
			seen.push(...rows.map(({ id }) => id));
			const link = /^<(https?:\/\/[^>]+)>; {0,3}rel="next"$/.exec(response.headers.get('Link') ?? '');
			url = link?.[1];
		}
		assert.ok(pages > 5, `${pages} pages`);
		assert.equal(new Set(seen).size, seen.length);
		const all = await models({ sort: 'likes' });
		assert.deepEqual(
			all.map(({ name }) => name),
			seen,
		);
	});

	it('has at least eighty realistic models, and says of the others that they are generated', async () => {
		const all = await models({ additionalFields: ['tags'] });
		const generated = all.filter(({ name }) => name.startsWith('generated/'));
		assert.ok(all.length - generated.length >= 80);
		assert.ok(generated.length >= 200);
		for (const model of generated) {
			assert.ok((model as unknown as { tags: string[] }).tags.includes('generated'));
		}
	});

	it('sorts by likes, downloads, creation and id', async () => {
		const isDescending = (list: ReadonlyArray<number | string>) =>
			list.every((value, i) => i === 0 || (list[i - 1] ?? value) >= value);
		assert.ok(isDescending((await models({ sort: 'likes', limit: 60 })).map(({ likes }) => likes)));
		assert.ok(
			isDescending((await models({ sort: 'downloads', limit: 60 })).map(({ downloads }) => downloads)),
		);
		const created = await collect(
			listModels({ ...running.hubCall(), sort: 'createdAt', limit: 60, additionalFields: ['createdAt'] }),
		);
		assert.ok(isDescending(created.map(({ createdAt }) => createdAt)));
		assert.ok(isDescending((await models({ sort: 'id', limit: 60 })).map(({ name }) => name).toReversed()));
		const response = await running.request('/api/models?sort=beauty');
		assert.equal(response.status, 400);
	});

	it('filters by words, owner, task, tags and provider', async () => {
		const names = async (search: NonNullable<NonNullable<Parameters<typeof listModels>[0]>['search']>) =>
			(await models({ search })).map(({ name }) => name);
		assert.deepEqual(await names({ query: '4.6 glm ZAI' }), ['zai-org/GLM-4.6']);
		assert.ok(
			(await names({ owner: 'Helsinki-NLP' })).every(name => name.startsWith('Helsinki-NLP/opus-mt-')),
		);
		const summaries = await models({
			search: { task: 'summarization', inferenceProviders: ['hf-inference'] },
		});
		assert.ok(summaries.length >= 4);
		assert.ok(summaries.every(({ task }) => task === 'summarization'));
		assert.ok((await names({ tags: ['code', 'conversational'] })).every(name => /Coder|Devstral/.test(name)));
		const groq = await names({ inferenceProviders: ['groq'] });
		assert.ok(groq.includes('openai/gpt-oss-120b') && !groq.includes('zai-org/GLM-4.6'));
		const served = await names({ inferenceProviders: ['all'] });
		assert.ok(served.length > 60 && !served.some(name => name.startsWith('generated/')));
		const staged = await names({ inferenceProviders: ['hyperbolic'] });
		assert.deepEqual(staged, [], 'a provider in trouble is not counted');
	});

	it('shows private models only to those who may read them', async () => {
		const owned = async (token?: 'read' | 'otherUser') =>
			(await models({ search: { query: 'private' } }, token)).map(({ name }) => name).toSorted();
		assert.deepEqual(await owned(), []);
		assert.deepEqual(await owned('read'), ['ada/private-notes-chat']);
		assert.deepEqual(await owned('otherUser'), ['bram/private-classifier']);
	});

	it('answers both spellings of expand, and gives the mapping of providers as a list', async () => {
		const response = await running.request(
			'/api/models?search=gpt-oss-20b&expand=gated&expand[]=inferenceProviderMapping',
		);
		const [row] = (await response.json()) as Array<Record<string, unknown>>;
		assert.deepEqual(Object.keys(row ?? {}).toSorted(), [
			'_id',
			'gated',
			'id',
			'inferenceProviderMapping',
			'modelId',
		]);
		assert.ok(Array.isArray(row?.inferenceProviderMapping));
	});

	it('lists datasets and spaces', async () => {
		const datasets = await collect(listDatasets({ ...running.hubCall(), search: { query: 'squad' } }));
		assert.deepEqual(
			datasets.map(({ name, private: isPrivate }) => [name, isPrivate]),
			[['rajpurkar/squad', false]],
		);
		const spaces = await collect(listSpaces({ ...running.hubCall('read'), search: { owner: 'acme' } }));
		assert.deepEqual(
			spaces.map(({ name, sdk, private: isPrivate }) => [name, sdk, isPrivate]),
			[['acme/triage-board', 'gradio', true]],
		);
	});
});
