import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from './driver/eventually';
import { openView } from './driver/openView';
import { useSession } from './driver/useSession';

describe('the Hub in the sidebar, as a person goes through it', () => {
	const session = useSession({
		viewport: { width: 1280, height: 1000 },
		settings: { 'files.simpleDialog.enable': true },
	});

	before('make room for the views', async function () {
		this.timeout(120_000);
		await openView(session(), 'Datasets');
	});

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.faults.clear();
		await workbench.quickInput.leave();
	});

	/** Has one of the views in sight with all the room there is, whatever was looked at before. */
	const only = async (view: 'Models' | 'Datasets' | 'Spaces' | 'Collections') => {
		const { workbench } = session();
		for (const other of ['Models', 'Datasets', 'Spaces', 'Collections']) {
			if (other !== view) {
				await workbench.tree(other).fold();
			}
		}
		const tree = workbench.tree(view);
		await tree.unfold();
		return tree;
	};
	/** The same of the models, with the files of one. */
	const withFiles = async () => {
		const models = await only('Models');
		await models.expand('Trending', 'openai/gpt-oss-120b');
		await models.expand('openai/gpt-oss-120b', 'model.safetensors');
		return models;
	};

	it('lists datasets: one’s own, the organizations’, the liked and the trending', async () => {
		const { workbench } = session();
		const datasets = await only('Datasets');
		await datasets.expand('Trending', 'HuggingFaceFW/fineweb-edu');
		assert.match((await datasets.row('the-stack-v2').innerText()).replaceAll('\n', ' '), /63k ↓ · 460 ♥/);
		await datasets.expand('Mine', 'ada/notes');
		await datasets.expand('acme', 'acme/support-tickets');
		await datasets.expand('Liked', 'stanfordnlp/imdb');
		await workbench.screenshot('datasets');
		// Who asks for access is for those to see whose repo it is.
		for (const [id, isOwn] of [
			['acme/support-tickets', true],
			['ada/notes', true],
			['stanfordnlp/imdb', false],
		] as const) {
			const menu = await datasets.contextMenu(id);
			const items = await menu.items('Manage Repo');
			assert.equal(items.includes('Review Access Requests…'), isOwn, id);
			assert.ok(items.includes('Duplicate Repo…'), items.join(', '));
			await workbench.screenshot(`manage ${id}`);
			await menu.close();
		}
	});

	it('searches datasets, narrows them by what the Hub knows of datasets, and saves the search', async () => {
		const { workbench, hub } = session();
		const { quickInput } = workbench;
		const datasets = await only('Datasets');
		await datasets.pressTitle('Search Datasets');
		await quickInput.option('rajpurkar/squad').first().waitFor();
		await quickInput.pressButton('More Filters');
		await quickInput.pick('Language…');
		await quickInput.expect('Datasets by Language');
		await quickInput.fill('English');
		await quickInput.pick('English');
		await quickInput.expect('Search Datasets · English');
		hub.traffic.clear();
		await quickInput.type('imdb');
		await quickInput.option('stanfordnlp/imdb').waitFor();
		await quickInput.option('rajpurkar/squad').waitFor({ state: 'detached' });
		await workbench.screenshot('search datasets');
		// Who types slowly asks for the beginning of the word, too.
		const asked = await eventually(
			() => new URL(hub.traffic.requests.at(-1)?.path ?? '', hub.origin).searchParams,
			query => assert.equal(query.get('search'), 'imdb'),
		);
		assert.deepEqual(asked.getAll('filter'), ['language:en']);
		await quickInput.pressButton('Show All Results in the View');
		await datasets.expect('“imdb”');
		await datasets.toStart();
		await datasets.pressInline('“imdb”', 'Save Search');
		await datasets.expect(/^Searches\s*1$/);
		await datasets.expand('Searches', '“imdb”');
		assert.match(await datasets.row('“imdb”').innerText(), /English/);
		await workbench.screenshot('saved search');
		await datasets.pressInline('“imdb”', 'Remove Saved Search');
		await datasets.expect('Searches that you save stay here.');
	});

	it('keeps pins and saved searches over a reload', async function () {
		this.timeout(120_000);
		const { workbench } = session();
		const { quickInput } = workbench;
		const datasets = await only('Datasets');
		await datasets.expand('Trending', 'bigcode/the-stack-v2');
		await datasets.pressInline('bigcode/the-stack-v2', 'Pin');
		await datasets.expect(/^Pinned\s*1$/);
		await datasets.pressTitle('Search Datasets');
		await quickInput.type('squad');
		await quickInput.option('rajpurkar/squad').first().waitFor();
		await quickInput.option('HuggingFaceFW/fineweb-edu').waitFor({ state: 'detached' });
		await quickInput.pressButton('Show All Results in the View');
		await datasets.expect('“squad”');
		await datasets.toStart();
		await datasets.pressInline('“squad”', 'Save Search');
		await datasets.expect(/^Searches\s*1$/);
		await workbench.reload();
		await workbench.openContainer();
		await datasets.toStart();
		await datasets.expect('bigcode/the-stack-v2');
		await datasets.expectAtEnd(/^Searches\s*1$/);
		await datasets.expand('Searches', '“squad”');
		await workbench.screenshot('saved search after a reload');
		await datasets.pressInline('“squad”', 'Remove Saved Search');
		await datasets.expect('Searches that you save stay here.');
		await datasets.fold();
	});

	it('neither sends nor keeps an access token that was pasted into a search by mistake', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		await only('Models');
		await palette.run('Hugging Face: Search Models…');
		await quickInput.option('deepseek-ai/DeepSeek-R1').first().waitFor();
		hub.traffic.clear();
		await quickInput.paste(hub.tokens.write);
		await quickInput.option('There is an access token in what was asked for.').waitFor();
		await workbench.screenshot('search with a token');
		assert.deepEqual(hub.traffic.requests, []);
		await quickInput.pressButton('Show All Results in the View');
		await workbench.tree('Models').expect('[access token]');
		await workbench.page.evaluate('navigator.clipboard.writeText("")');
	});

	it('lists Spaces with what they are made with and what they are doing', async () => {
		const { workbench } = session();
		const spaces = await only('Spaces');
		await spaces.expand('Trending', 'tulip/broken-demo');
		assert.match(
			(await spaces.row('tulip/broken-demo').innerText()).replaceAll('\n', ' '),
			/streamlit · build error · 1 ♥/,
		);
		const menu = await spaces.contextMenu('tulip/broken-demo');
		const items = await menu.items();
		for (const item of ['Pin…', 'Open on the Hub…', 'Copy Id']) {
			assert.ok(items.includes(item), items.join(', '));
		}
		await menu.close();
		await workbench.screenshot('spaces');
		await spaces.fold();
	});

	it('lists collections with their repos and papers', async () => {
		const { workbench } = session();
		const collections = await only('Collections');
		await collections.expand('Trending', 'gpt-oss');
		await collections.expand('gpt-oss', 'openai/gpt-oss-120b');
		await collections.expect('gpt-oss-120b & gpt-oss-20b Model Card');
		await workbench.screenshot('collections');
		await collections.fold();
	});

	it('lets a model be dragged into the code, where it becomes the line that loads it', async () => {
		const { workbench } = session();
		const { editor } = workbench;
		const models = await only('Models');
		await models.expand('Trending', 'openai/whisper-large-v3-turbo');
		await editor.open('tides.py');
		await models.drag('openai/whisper-large-v3-turbo', editor.lines().first());
		await editor.expect(
			'pipe = pipeline("automatic-speech-recognition", model="openai/whisper-large-v3-turbo")',
		);
		await workbench.screenshot('dropped model');
		await editor.open('schedule.ts');
		await models.drag('openai/whisper-large-v3-turbo', editor.lines().first());
		await editor.expect(
			"const pipe = await pipeline('automatic-speech-recognition', 'openai/whisper-large-v3-turbo');",
		);
	});

	it('opens a file of a repo from its row, at another revision too, and compares the two', async () => {
		const { workbench } = session();
		const { editor, palette, quickInput } = workbench;
		const models = await withFiles();
		await workbench.screenshot('files of a repo');
		await models.click('README.md');
		await editor.activeTab('README.md').waitFor();
		await editor.expect('# openai/gpt-oss-120b');
		await palette.run('Hugging Face: Open at Another Revision…');
		await quickInput.pick('refs/pr/1');
		await editor.expect('A shorter card, proposed in a pull request.');
		await palette.run('Hugging Face: Compare with Another Revision…');
		await quickInput.pick('v1.0');
		await editor.activeTab('README.md (v1.0 ↔ refs/pr/1)').waitFor();
		await editor.expect('A shorter card, proposed in a pull request.');
		await workbench.screenshot('compared revisions');
	});

	it('fetches no weights for an editor', async () => {
		const { workbench, hub } = session();
		const models = await withFiles();
		hub.traffic.clear();
		await models.click('model.safetensors');
		await workbench.notifications.expect('is not a text file');
		assert.ok(hub.traffic.requests.every(({ path }) => !path.includes('/resolve/')));
		await workbench.notifications.clear();
	});

	it('searches in the files of a repo', async () => {
		const { workbench, hub } = session();
		const { quickInput, editor } = workbench;
		const models = await only('Models');
		await models.expand('Trending', 'openai/gpt-oss-120b');
		hub.faults.always({ path: /resolve.*tokenizer_config/ }, { kind: 'status', name: 'internal' });
		const menu = await models.contextMenu('openai/gpt-oss-120b');
		await menu.choose('Search in Files of Repo…');
		await quickInput.expect('Search in the Files of openai/gpt-oss-120b');
		await quickInput.type('hidden_size');
		await quickInput.option('config.json:').first().waitFor();
		// One that cannot be read keeps the others from nothing.
		await quickInput.option('One file could not be read').waitFor();
		await workbench.screenshot('search in files');
		hub.faults.clear();
		await quickInput.pick('One file could not be read');
		await quickInput.option('One file could not be read').waitFor({ state: 'detached' });
		await quickInput.pick('config.json:');
		await editor.activeTab('config.json').waitFor();
	});

	it('compares a file of the Hub with one of the workspace', async () => {
		const { workbench, workspace } = session();
		const { editor, palette, quickInput } = workbench;
		const models = await withFiles();
		await models.click('config.json');
		await editor.activeTab('config.json').waitFor();
		await palette.run('Hugging Face: Compare with Local File…');
		await quickInput.expect('Compare config.json with…');
		await quickInput.choosePath(path.join(workspace, 'schedule.ts'));
		await editor.activeTab('config.json (Hub) ↔ schedule.ts').waitFor();
		await workbench.screenshot('compared with local');
	});

	it('opens the repo on the Hub that the folder is a clone of', async () => {
		const { workbench, workspace, hub } = session();
		const { palette, editor, notifications } = workbench;
		await editor.open('tides.py');
		await palette.run('Hugging Face: Open This Repo on the Hub');
		await notifications.expect('is not a clone of a repo on the Hub');
		await notifications.clear();
		await mkdir(path.join(workspace, '.git'));
		const url = `${hub.origin.replace('://', '://ada:secret@')}/datasets/ada/notes`;
		await writeFile(path.join(workspace, '.git', 'config'), `[remote "origin"]\n\turl = ${url}.git\n`);
		const opened = workbench.page.context().waitForEvent('page');
		await palette.run('Hugging Face: Open This Repo on the Hub');
		const page = await opened;
		// The web build opens what is on this machine by way of its own server.
		await page.waitForURL(/\/datasets\/ada\/notes$/, { waitUntil: 'commit' });
		assert.ok(!page.url().includes('secret'));
		await page.close();
	});
});
