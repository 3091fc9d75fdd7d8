import assert from 'node:assert/strict';
import { listCollections } from '@huggingface/hub';
import type { Hub } from '../../../src/hub/hub';
import { createHub } from '../../../src/hub/hubClient';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import type { TokenName } from '../../hub/testTokens';
import { collect } from '../hub-server/collect';

const signal = new AbortController().signal;

describe('the lists of the Hub', () => {
	let server: LoopbackHub;
	before(async () => {
		server = await startLoopbackHub();
	});
	after(() => server.stop());
	afterEach(() => server.reset());

	function hubFor(name?: TokenName): Hub {
		return createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () =>
				name && { value: server.tokens[name], name: 'vscode', origins: [server.origin] },
		});
	}

	it('have datasets and Spaces, each with what is known of their type', async () => {
		const datasets = await hubFor().repos({ type: 'dataset', text: 'imdb' }, signal);
		assert.deepEqual(
			datasets.repos.map(({ type, id }) => [type, id]),
			[['dataset', 'stanfordnlp/imdb']],
		);
		const spaces = await hubFor().repos({ type: 'space', tags: ['streamlit'] }, signal);
		assert.deepEqual(
			spaces.repos.map(({ id, sdk, stage, downloads }) => [id, sdk, stage, downloads]),
			[['tulip/broken-demo', 'streamlit', 'BUILD_ERROR', undefined]],
		);
	});

	it('are narrowed by size, license and access', async () => {
		const query = { type: 'model', parameters: 'min:3B,max:10B', gated: true } as const;
		const { repos } = await hubFor().repos(query, signal);
		assert.ok(repos.length > 0 && repos.every(({ gated }) => gated !== false));
		const { path = '' } = server.traffic.requests.at(-1) ?? {};
		assert.match(decodeURIComponent(path), /gated=true&num_parameters=min:3B,max:10B/);
	});

	it('have what a user likes, of every type', async () => {
		const { repos } = await hubFor('read').liked('ada', signal);
		assert.deepEqual(repos[0], { type: 'model', id: 'openai/whisper-large-v3' });
		assert.deepEqual([...new Set(repos.map(({ type }) => type))].sort(), ['dataset', 'model', 'space']);
	});

	it('have collections page by page, and each with its items', async () => {
		const first = await hubFor().collections({}, signal);
		assert.equal(first.collections.length, 50);
		const second = await first.next?.(signal);
		assert.ok(second && second.collections.length > 0);
		const [gptOss] = (await hubFor().collections({ owner: 'openai' }, signal)).collections;
		const { items } = await hubFor().collection(gptOss?.id ?? '', signal);
		assert.deepEqual(
			items.map(item => (item.type === 'other' ? item.path : item.type)),
			['model', 'model', 'papers/2508.10925', 'dataset', 'space'],
		);
	});

	it('have private collections for their owner only', async () => {
		const titles = async (name?: TokenName) =>
			(await hubFor(name).collections({ owner: 'ada' }, signal)).collections.map(({ title }) => title);
		assert.deepEqual(await titles(), ['Empty']);
		assert.deepEqual((await titles('read')).sort(), ['Empty', 'To read']);
	});

	it('are given to the unmodified client package as well', async () => {
		const all = await collect(listCollections({ hubUrl: server.origin, search: { q: 'gpt-oss' } }));
		assert.equal(all[0]?.items.length, 4);
	});

	it('are asked for once by those who ask at the same time', async () => {
		const hub = hubFor('read');
		const [one, other] = await Promise.all([
			hub.repos({ type: 'model', text: 'qwen' }, signal),
			hub.repos({ type: 'model', text: 'qwen' }, signal),
		]);
		assert.deepEqual(one.repos, other.repos);
		assert.equal(server.traffic.requests.length, 1);
	});

	it('are not sent again where nothing has changed', async () => {
		const hub = hubFor('read');
		const before = await hub.repos({ type: 'model' }, signal);
		assert.deepEqual((await hub.repos({ type: 'model' }, signal)).repos, before.repos);
		assert.deepEqual(
			server.traffic.requests.map(({ status }) => status),
			[200, 304],
		);
	});
});
