import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from './driver/eventually';
import { expectRun } from './driver/expectRun';
import { findViolations } from './driver/findViolations';
import { RepoPage } from './driver/repoPage';
import { openView } from './driver/openView';
import { showModel } from './driver/showModel';
import { useSession } from './driver/useSession';

const PICTURES = path.resolve(__dirname, '../../media');
const CARD = `# A linked reader

See [the use](#how-to-use), [the notes](docs/notes.md#part), [the settings](./config.json), [the folder](docs/), [the same](docs) and [outside](../../etc).

![A chart of it](images/a%20chart.png)

${'A line of it.\n\n'.repeat(40)}
## How to Use

The end of the card
`;

describe('the page of a repo, as a person reads it', () => {
	const session = useSession({ viewport: { width: 1280, height: 1000 } });
	const page = () => new RepoPage(session().workbench.page);

	const show = (id: string) => showModel(session().workbench, id);

	/** Has the Spaces in sight, whatever was looked at before. */
	const openSpaces = async () => {
		const { workbench } = session();
		await workbench.tree('Models').fold();
		await workbench.tree('Datasets').fold();
		const spaces = workbench.tree('Spaces');
		await spaces.unfold();
		return spaces;
	};

	before('sign in', async function () {
		this.timeout(120_000);
		await openView(session(), 'Models');
	});

	it('opens from a row, with the card, its front matter and the facts', async () => {
		const { workbench } = session();
		const models = workbench.tree('Models');
		await models.click('openai/gpt-oss-120b');
		await page().expect('This card, the configuration and the weights beside it were generated');
		await page().expect('Text Generation'.toLowerCase().replace(' ', '-'));
		await eventually(
			() => page().tabs(),
			tabs => assert.deepEqual(tabs, ['Card', 'Files', 'Weights', 'Providers', 'History']),
		);
		await workbench.screenshot('repo page');
		assert.deepEqual(await findViolations(page().frame), []);
		await models.expect(/^Recent\s*1$/);
	});

	it('opens the files that a card links to, and shows its headings', async () => {
		const { workbench, hub } = session();
		hub.commit('model', 'acme/linked-reader', [
			{ path: 'README.md', content: CARD },
			{ path: 'config.json', content: '{ "model_type": "reader" }' },
			{ path: 'docs/notes.md', content: '# Notes of the reader' },
			{ path: 'images/a chart.png', content: await readFile(path.join(PICTURES, 'icon.png')) },
		]);
		const { editor } = workbench;
		const back = async (from: string) => {
			await editor.closeTab(from);
			await page().expect('The end of the card');
		};
		await show('acme/linked-reader');
		await page().expect('The end of the card');
		await workbench.screenshot('repo page card links');
		assert.equal(await page().frame.getByRole('link', { name: 'outside' }).count(), 0);
		await page().frame.getByRole('link', { name: 'the use' }).click();
		await page()
			.frame.getByRole('heading', { name: 'How to Use' })
			.and(page().frame.locator(':focus'))
			.waitFor();
		await workbench.screenshot('repo page card heading');
		await page().frame.getByRole('link', { name: 'the notes' }).click();
		await editor.activeTab('notes.md').waitFor();
		await editor.expect('# Notes of the reader');
		await back('notes.md');
		// One that takes long to look up gives way to the next.
		const lookUps = () => hub.traffic.requests.filter(({ path: url }) => url.includes('paths-info'));
		hub.traffic.clear();
		hub.faults.next({ path: /paths-info/ }, { kind: 'hang' });
		await page().frame.getByRole('link', { name: 'the notes' }).click();
		await hub.traffic.until(() => lookUps().length > 0);
		await page().frame.getByRole('link', { name: 'the settings' }).click();
		await editor.activeTab('config.json').waitFor();
		await hub.traffic.until(() => lookUps().some(({ clientClosedAt }) => clientClosedAt !== undefined));
		await editor.expect('"model_type": "reader"');
		await back('config.json');
		await page().frame.getByRole('link', { name: 'A chart of it' }).click();
		await editor.activeTab('a chart.png').waitFor();
		await workbench.page
			.frameLocator('iframe.webview.ready')
			.last()
			.frameLocator('iframe#active-frame')
			.locator('img')
			.waitFor();
		await workbench.screenshot('repo page card picture');
		await back('a chart.png');
		await page().frame.getByRole('link', { name: 'the same' }).click();
		await page().row('notes.md').waitFor();
		await page().frame.getByRole('tab', { name: 'Files', selected: true }).waitFor();
		await workbench.screenshot('repo page card folder');
		await page().choose('Card');
		await page().frame.getByRole('link', { name: 'the folder' }).click();
		await page().row('notes.md').waitFor();
		await editor.closeTab('linked-reader');
	});

	it('has the files with their last commits, and opens them', async () => {
		const { workbench } = session();
		await show('openai/gpt-oss-120b');
		await page().choose('Files');
		await eventually(
			() => page().row('config.json').innerText(),
			row => assert.match(row, /113 B\s+Upload files/),
		);
		await workbench.screenshot('repo page files');
		await page().choose('History');
		await page().row('initial commit').waitFor();
		await page().row('refs/pr/1').waitFor();
	});

	it('has the weights, what fits, and the tensors by their header', async () => {
		const { workbench } = session();
		await show('openai/gpt-oss-120b');
		await page().choose('Weights');
		await page().expect('120B parameters');
		await page().row('Q4_K_M').waitFor();
		await page().press('model.safetensors');
		assert.match(await page().row('embed.weight').innerText(), /F32\s+64 × 64/);
		await workbench.screenshot('repo page weights');
	});

	it('has the quantizations of a GGUF repo, and the header of a file, from the list of files too', async () => {
		const { workbench } = session();
		await show('loopback/tiny-llama-GGUF');
		await page().choose('Files');
		await page().row('tiny-llama-Q8_0.gguf').getByRole('button', { name: 'Tensors' }).click();
		await page().row('token_embd.weight').waitFor();
		assert.match(await page().row('Q4_K_M').innerText(), /yes/);
		await workbench.screenshot('repo page gguf');
		await workbench.editor.closeTab('tiny-llama-GGUF');
	});

	it('has the providers with price, speed and context', async () => {
		const { workbench } = session();
		await show('openai/gpt-oss-120b');
		await page().choose('Providers');
		await eventually(
			() => page().row('together').innerText(),
			row => assert.match(row, /\$[\d.]+ in.*tokens\/s/),
		);
		await workbench.screenshot('repo page providers');
	});

	it('has a long history, page by page', async () => {
		const { workbench, hub } = session();
		for (let number = 1; number <= 120; number++) {
			const content = `Change ${number}`;
			hub.commit('model', 'acme/long-story', [{ path: 'README.md', content }], content);
		}
		await show('acme/long-story');
		await page().choose('History');
		await page().expect('The latest 50 of 120 commits');
		const commits = page().frame.getByRole('table').first().getByRole('row');
		assert.equal(await commits.count(), 51);
		await page().frame.getByText('The latest 50').scrollIntoViewIfNeeded();
		await workbench.screenshot('repo page load more');
		await page().press('Load More');
		await page().expect('The latest 100 of 120 commits');
		await page().press('Load More');
		await page().frame.getByText('The latest').waitFor({ state: 'detached' });
		assert.match(await commits.last().innerText(), /^Change 1\s/);
		assert.equal(await commits.count(), 121);
		assert.equal(await page().frame.getByRole('button', { name: 'Load More' }).count(), 0);
		await workbench.editor.closeTab('long-story');
	});

	it('pins, copies, opens, downloads and runs the model by its buttons', async () => {
		const { workbench, hub } = session();
		const { quickInput, notifications, form, results } = workbench;
		const id = 'google-bert/bert-base-uncased';
		const models = workbench.tree('Models');
		await show(id);

		await page().press('Pin');
		await page().frame.getByRole('button', { name: 'Unpin' }).waitFor();
		await models.expand('Pinned', id);
		await models.expect(/^Pinned\s*1$/);
		await workbench.screenshot('repo page pinned');
		await page().press('Unpin');
		await page().frame.getByRole('button', { name: 'Pin', exact: true }).waitFor();
		await models.waitGone(/^Pinned\s*1$/);

		await page().press('Copy Id');
		await eventually(
			() => workbench.clipboard(),
			text => assert.equal(text, id),
		);

		const opened = workbench.page.context().waitForEvent('page');
		await page().press('Open on the Hub');
		const onHub = await opened;
		await onHub.waitForURL(url => url.pathname.endsWith(`/${id}`), { waitUntil: 'commit' });
		// The web build opens what is on this machine by way of its own server.
		assert.ok(onHub.url().includes(new URL(hub.origin).port), onHub.url());
		await onHub.close();

		await page().press('Download…');
		await quickInput.pick('main');
		await quickInput.pick('Everything');
		await quickInput.pick('Shared Cache');
		await notifications.expect(`Downloaded ${id}`);
		await notifications.clear();
		const downloads = workbench.tree('Downloads');
		await downloads.unfold();
		await downloads.expect(id);
		await workbench.screenshot('repo page downloaded');
		await downloads.fold();

		await page().press('Run on Selection');
		await form.expect('Fill in the Blank');
		await form.fill('Text', 'The capital of France is [MASK].');
		await workbench.screenshot('repo page run form');
		await form.run();
		await expectRun(workbench, 'Fill in the Blank', undefined);
		assert.match((await results.names()).join('\n'), new RegExp(id));
		await workbench.screenshot('repo page run');
		await workbench.closeEditors();
	});

	it('shows a dataset’s rows, by split, and statistics when they are asked for', async () => {
		const { workbench } = session();
		await workbench.tree('Models').fold();
		const datasets = workbench.tree('Datasets');
		await datasets.unfold();
		await datasets.expand('Trending', 'stanfordnlp/imdb');
		await datasets.click('stanfordnlp/imdb');
		await page().expect('Film reviews');
		await page().choose('Data');
		await page().row('Row 3 of stanfordnlp/imdb').waitFor();
		await page().frame.getByLabel('Split').selectOption('test');
		await page().row('Row 4 of stanfordnlp/imdb').waitFor();
		await page().press('Show Statistics');
		await page().expect('odd (10), even (10)');
		await workbench.screenshot('repo page dataset');
		assert.deepEqual(await findViolations(page().frame), []);
		await datasets.fold();
	});

	it('shows a Space’s state, log and settings, and restarts it', async () => {
		const { workbench } = session();
		const spaces = await openSpaces();
		await spaces.expand('Mine', 'acme');
		await spaces.expand('acme', 'acme/triage-board');
		await spaces.click('acme/triage-board');
		await page().choose('Space');
		await page().expect('paused');
		await page().press('Show Log');
		await page().expect('Running on local URL');
		await page().press('Show Secrets and Variables');
		await page().expect('API_KEY');
		await page().expect('MODE');
		assert.ok(!(await page().frame.locator('body').innerText()).includes('quiet-value'));
		await page().press('Show Build Log');
		await page().expect('RUN pip install gradio');
		await page().press('Restart…');
		await workbench.dialog.press('Restart');
		await page().expect('running');
		await spaces.waitGone(/triage-board.*paused/);
		await workbench.screenshot('repo page space');
		session().hub.faults.next({ path: /logs\/run/ }, { kind: 'cutAfter', deltas: 1, abrupt: true });
		await page().press('Show Log');
		await page().expect('To create a public link');
		const log = page().frame.getByRole('log');
		assert.equal((await log.innerText()).split('Application Startup').length, 2);
		await page().frame.getByRole('heading', { name: 'Log of the App (live)' }).waitFor();
		await log.scrollIntoViewIfNeeded();
		await workbench.screenshot('repo page live log');
		await page().press('Pause…');
		await workbench.dialog.press('Pause');
		await page().expect('paused');
		await spaces.expect(/triage-board.*paused/);
		await page().frame.getByRole('heading', { name: 'Log of the App', exact: true }).waitFor();
	});

	it('goes on with the log when its page was hidden and is back', async () => {
		const { workbench, hub } = session();
		const asked = () => hub.traffic.requests.filter(({ path: url }) => url.endsWith('/logs/run')).length;
		const spaces = await openSpaces();
		await spaces.expand('Mine', 'acme');
		await spaces.expand('acme', 'acme/triage-board');
		await spaces.click('acme/triage-board');
		await page().choose('Space');
		await page().press('Restart…');
		await workbench.dialog.press('Restart');
		await page().expect('running');
		await page().press('Show Log');
		await page().expect('To create a public link');
		await workbench.editor.open('tides.py');
		hub.traffic.clear();
		await workbench.editor.closeTab('tides.py');
		await page().expect('To create a public link');
		await hub.traffic.until(() => asked() > 0);
		const log = page().frame.getByRole('log');
		assert.equal((await log.innerText()).split('Application Startup').length, 2);
		await page().press('Pause…');
		await workbench.dialog.press('Pause');
		await page().expect('paused');
	});

	it('says whose the logs of a Space are, where they are not the user’s', async () => {
		const { workbench } = session();
		const spaces = await openSpaces();
		await spaces.expand('Trending', 'tulip/broken-demo');
		await spaces.click('tulip/broken-demo');
		await page().choose('Space');
		await page().expect('build error');
		for (const name of ['Restart…', 'Pause…', 'Show Secrets and Variables']) {
			assert.equal(await page().frame.getByRole('button', { name }).count(), 0, name);
		}
		await page().press('Show Log');
		await page().expect('You may not see the logs of this Space.');
		await workbench.screenshot('repo page foreign space');
	});
});
