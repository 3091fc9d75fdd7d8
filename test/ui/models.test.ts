import assert from 'node:assert/strict';
import type { LoopbackHub } from '../hub/loopbackHub';
import { addToken } from './driver/addToken';
import { eventually } from './driver/eventually';
import { useSession } from './driver/useSession';

/** Ways to narrow a search that are behind the button for more, in the order in which its title says them, and a value of each. */
const NARROWED = [
	['Library', 'Transformers'],
	['Language', 'English'],
	['License', 'Apache 2.0'],
	['Size', '3B to 10B Parameters'],
	['Local App', 'llama.cpp'],
	['Access', 'Open'],
] as const;

/** What the Hub was asked for last. */
function lastQuery({ traffic, origin }: LoopbackHub): URLSearchParams {
	return new URL(traffic.requests.at(-1)?.path ?? '', origin).searchParams;
}

describe('models, as a person finds them', () => {
	const session = useSession({ viewport: { width: 1280, height: 1000 } });

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.faults.clear();
		await workbench.quickInput.leave();
	});

	it('are listed without a token: the public ones, with what there is to see with one', async () => {
		const { workbench, hub } = session();
		await workbench.openContainer();
		const models = workbench.tree('Models');
		await models.expect('deepseek-ai/DeepSeek-R1');
		await models.expand('Pinned', 'Models that you pin stay here.');
		await models.expand('Mine', 'Add a token to see your models');
		const sections = (await models.rows()).map(([section]) => section);
		// The saved searches are below what is in view.
		assert.deepEqual(sections, ['Pinned', 'Recent', 'Mine', 'Liked', 'Trending']);
		assert.deepEqual(
			hub.traffic.requests.map(({ token }) => token),
			[undefined],
		);
		await workbench.screenshot('models without a token');
	});

	it('have a gate that says without a token what is missing', async () => {
		const { palette, quickInput, notifications } = session().workbench;
		await palette.run('Hugging Face: Check Access…');
		await quickInput.expect('A repo’s id');
		await quickInput.submit('meta-llama/Llama-3.2-1B-Instruct');
		await notifications.expect('Nobody is signed in here.');
		assert.deepEqual(await notifications.buttons('Nobody is signed in here.'), [
			'Add Token…',
			'Open on the Hub',
		]);
		await notifications.clear();
	});

	it('say their task, downloads and likes, and mark what is gated', async () => {
		const { workbench } = session();
		const models = workbench.tree('Models');
		assert.match(
			(await models.row('FLUX.1-dev').innerText()).replaceAll('\n', ' '),
			/black-forest-labs\/FLUX\.1-dev *Text-to-Image · 1\.4M ↓ · 12k ♥/,
		);
		assert.equal(
			await models.spoken('FLUX.1-dev'),
			'black-forest-labs/FLUX.1-dev, Text-to-Image, 1.4M downloads, 12k likes, gated',
		);
		const card = await models.expectTooltip('FLUX.1-dev', /Task: Text-to-Image/);
		for (const fact of [
			/Task: Text-to-Image/,
			/Downloads: 1,4\d\d,\d{3} in the last 30 days/,
			/Access: gated: you get access by/,
		]) {
			assert.match(card, fact);
		}
		await workbench.screenshot('model card');
	});

	it('come 50 at first, and then as many again as there are', async () => {
		const { workbench, hub } = session();
		const models = workbench.tree('Models');
		await models.expectAtEnd('Load More');
		assert.deepEqual(await models.place('Load More'), { at: 51, of: 51 });
		await workbench.screenshot('load more');
		hub.traffic.clear();
		await models.click('Load More');
		await models.expect('Qwen/Qwen3-Next-80B-A3B-Instruct');
		await models.expectAtEnd('Load More');
		assert.deepEqual(await models.place('Load More'), { at: 101, of: 101 });
		assert.equal(hub.traffic.requests.length, 1);
	});

	it('say on a row when the next page did not come, and load it at a click', async () => {
		const { workbench, hub } = session();
		const models = workbench.tree('Models');
		hub.faults.next({ path: /\/api\/models/ }, { kind: 'status', name: 'internal' }, 9);
		await models.click('Load More');
		await models.expect('Try Again');
		await workbench.screenshot('next page failed');
		assert.match(await models.row('Try Again').innerText(), /The server failed\./);
		hub.faults.clear();
		await models.click('Try Again');
		await models.expect('MoritzLaurer/deberta-v3-large-zeroshot-v2.0');
		await models.expectAtEnd('Load More');
		assert.deepEqual(await models.place('Load More'), { at: 201, of: 201 });
	});

	it('offer to run, pin, open and copy on their row, and are pinned there', async () => {
		const { workbench } = session();
		const models = workbench.tree('Models');
		await models.toStart();
		assert.deepEqual(await models.inlineActions('FLUX.1-dev'), [
			'Run Model on Selection',
			'Pin Model…',
			'Open Model on the Hub…',
			'Copy Model Id',
		]);
		await workbench.screenshot('model actions');
		await models.pressInline('FLUX.1-dev', 'Pin Model');
		await models.expect(/^Pinned\s*1$/);
		await eventually(
			async () => (await models.rows())[0]?.[1]?.[0]?.[0] ?? '',
			pinned => assert.match(pinned, /FLUX\.1-dev/),
		);
		await models.pressInline('FLUX.1-dev', 'Copy Model Id');
		await workbench.statusBar.expect('Copied black-forest-labs/FLUX.1-dev');
		assert.equal(await workbench.editor.clipboard(), 'black-forest-labs/FLUX.1-dev');
		const menu = await models.contextMenu('FLUX.1-dev');
		assert.deepEqual(await menu.items(), [
			'Show Repo…',
			'Run Model on Selection',
			'Unpin Model',
			'Open Model on the Hub…',
			'Download…',
			'Open File from the Hub…',
			'Search in Files of Repo…',
			'Check Access…',
			'Copy Model Id',
			'Copy as Code…',
			'Manage Repo',
		]);
		await menu.choose('Unpin Model');
		await models.expect('Models that you pin stay here.');
	});

	it('are searched as one types, and narrowed by task, provider and order', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		await palette.run('Hugging Face: Search Models…');
		await quickInput.option('deepseek-ai/DeepSeek-R1').first().waitFor();
		await quickInput.type('qwen coder');
		await quickInput.option('Qwen/Qwen3-Coder-30B-A3B-Instruct').first().waitFor();
		await quickInput.option('DeepSeek').first().waitFor({ state: 'detached' });
		await workbench.screenshot('search models');
		assert.equal((await quickInput.options()).at(-1), 'Show All Results in the View');
		await quickInput.pressButton('Choose an Inference Provider');
		await quickInput.expect('Models by Inference Provider');
		await quickInput.fill('Scaleway');
		await quickInput.pick('Scaleway');
		await quickInput.expect('Search Models · Scaleway');
		await quickInput.pressButton('Choose the Order');
		await quickInput.pick('Most Likes');
		await quickInput.expect('Search Models · Scaleway · Most Likes');
		hub.traffic.clear();
		await quickInput.pressButton('Choose a Task');
		await quickInput.expect('Models by Task');
		await quickInput.fill('Text Generation');
		await quickInput.pick('Text Generation');
		await quickInput.expect('Search Models · Text Generation · Scaleway · Most Likes');
		await quickInput.option('Show All Results').waitFor();
		await workbench.screenshot('search narrowed');
		await eventually(
			() => lastQuery(hub),
			query =>
				assert.deepEqual(
					{
						search: query.get('search'),
						task: query.get('pipeline_tag'),
						provider: query.get('inference_provider'),
						sort: query.get('sort'),
					},
					{ search: 'qwen coder', task: 'text-generation', provider: 'scaleway', sort: 'likes' },
				),
		);
	});

	it('lead from a search to the page of what was found, and to its download', async () => {
		const { workbench } = session();
		const { palette, quickInput, editor } = workbench;
		const find = async () => {
			await palette.run('Hugging Face: Search Models…');
			await quickInput.type('qwen coder');
			await quickInput.option('DeepSeek').first().waitFor({ state: 'detached' });
			await quickInput.pick('Qwen/Qwen3-Coder-30B-A3B-Instruct');
			await quickInput.option('Show Repo').waitFor();
		};
		await find();
		await workbench.screenshot('search found');
		await quickInput.pick('Show Repo');
		await editor.activeTab('Qwen3-Coder-30B-A3B-Instruct').waitFor();
		await editor.closeTab('Qwen3-Coder-30B-A3B-Instruct');
		await find();
		await quickInput.pick('Download…');
		await quickInput.expect('Qwen/Qwen3-Coder-30B-A3B-Instruct');
		await quickInput.leave();
	});

	it('are narrowed by everything else that tells them apart; such a search is edited, and saved with all of it', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		const models = workbench.tree('Models');
		await palette.run('Hugging Face: Search Models…');
		await quickInput.option('deepseek-ai/DeepSeek-R1').first().waitFor();
		for (const [facet, value] of NARROWED) {
			await quickInput.pressButton('More Filters');
			await quickInput.pick(`${facet}…`);
			await quickInput.fill(value);
			await quickInput.pick(value);
			await quickInput.expect(`· ${value}`);
		}
		hub.traffic.clear();
		await quickInput.pressButton('More Filters');
		await quickInput.option('Apache 2.0').waitFor();
		await workbench.screenshot('search filters');
		await quickInput.pick('Author…');
		await quickInput.submit('Qwen');
		await quickInput.expect(
			`Search Models · ${[...NARROWED.map(([, value]) => value), 'by Qwen'].join(' · ')}`,
		);
		await quickInput.option('Qwen/Qwen3-8B').waitFor();
		await eventually(
			() => lastQuery(hub),
			query =>
				assert.deepEqual(
					['author', 'filter', 'num_parameters', 'apps', 'gated'].map(name => query.getAll(name)),
					[
						['Qwen'],
						['transformers', 'en', 'license:apache-2.0'],
						['min:3B,max:10B'],
						['llama.cpp'],
						['false'],
					],
				),
		);
		await quickInput.pressButton('Show All Results in the View');
		await models.expect('Transformers · English · Apache 2.0');
		await models.toStart();
		await models.pressInline('Transformers · English', 'Edit Search');
		await quickInput.option('Qwen/Qwen3-8B').waitFor();
		await quickInput.pressButton('Choose the Order');
		await quickInput.pick('Most Downloads');
		await quickInput.expect('by Qwen · Most Downloads');
		await quickInput.pressButton('Show All Results in the View');
		await models.expect('Most Downloads');
		await models.toStart();
		await models.pressInline('Most Downloads', 'Save Search');
		await models.waitGone('Most Downloads');
		await models.expectAtEnd(/^Searches/);
		await models.expectAtEnd('Most Downloads', 'Searches');
		await models.expectAtEnd('Qwen/Qwen3-8B', 'Most Downloads');
		await workbench.screenshot('saved search of models');
		await models.collapse('Searches');
		await models.toStart();
	});

	it('put the results of a search into the view, until it is cleared', async () => {
		const { workbench } = session();
		const { palette, quickInput } = workbench;
		const models = workbench.tree('Models');
		await palette.run('Hugging Face: Search Models…');
		await quickInput.option('deepseek-ai/DeepSeek-R1').first().waitFor();
		await quickInput.type('whisper');
		await quickInput.option('openai/whisper-large-v3-turbo').waitFor();
		await quickInput.option('DeepSeek').first().waitFor({ state: 'detached' });
		await quickInput.pressButton('Show All Results in the View');
		await models.expect('“whisper”');
		await eventually(
			async () => (await models.rows())[0]?.[1]?.map(([row]) => row.split(' ')[0]).sort(),
			found => assert.deepEqual(found, ['openai/whisper-large-v3', 'openai/whisper-large-v3-turbo']),
		);
		await workbench.screenshot('results of a search');
		await models.pressInline('“whisper”', 'Clear Search');
		await models.waitGone('“whisper”');
	});

	it('say it when a search finds nothing, and when it fails', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		await palette.run('Hugging Face: Search Models…');
		await quickInput.option('deepseek-ai/DeepSeek-R1').first().waitFor();
		await quickInput.type('no such model at all');
		await quickInput.option('No models match.').waitFor();
		hub.faults.always({ path: /\/api\/models/ }, { kind: 'reset' });
		await quickInput.fill('qwen');
		await quickInput.option('cannot be reached').waitFor();
		await workbench.screenshot('search failed');
		hub.faults.clear();
		await quickInput.pick('cannot be reached');
		await quickInput.option('Qwen/').first().waitFor();
	});

	it('include one’s own and those of one’s organizations, as soon as there is a token', async () => {
		const { workbench, hub } = session();
		const models = workbench.tree('Models');
		hub.traffic.clear();
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await models.expect('ada/private-notes-chat');
		assert.match((await models.spoken('ada/private-notes-chat')) ?? '', /, private/);
		await models.expand('acme', 'acme/');
		await workbench.screenshot('models of mine');
		await workbench.notifications.clear();
	});

	it('say on a row what went wrong, and what helps', async () => {
		const { workbench, hub } = session();
		const models = workbench.tree('Models');
		hub.faults.always({ path: /\/api\/models/ }, { kind: 'reset' });
		await models.pressTitle('Refresh Views');
		await models.expect('cannot be reached.');
		await workbench.screenshot('hub cannot be reached');
		// The organization's own list is the first one that could not be loaded, but not the first that says so.
		await eventually(
			async () => (await models.rows()).flat(2).map(row => JSON.stringify(row)),
			rows => assert.match(rows.find(row => row.includes('acme')) ?? '', /cannot be reached\./),
		);
		hub.faults.clear();
		await models.click('cannot be reached.');
		await models.expect('acme/');
		await models.pressTitle('Refresh Views');
		await models.expect('ada/private-notes-chat');
	});
});
