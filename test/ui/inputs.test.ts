import assert from 'node:assert/strict';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { redRectangle } from '../unit/inference/mediaFiles';
import { withResolvers } from '../unit/withResolvers';
import { eventually } from './driver/eventually';
import { expectRun } from './driver/expectRun';
import { findViolations } from './driver/findViolations';
import { useRunSession } from './driver/useRunSession';
import { TASK_MODELS } from './taskModels';

const FILL_MASK = TASK_MODELS['fill-mask'];

describe('what is run on, as a person gives it', () => {
	const session = useRunSession({
		workspace: 'media',
		settings: { 'hfWorkbench.inference.models': TASK_MODELS, 'explorer.autoReveal': false },
	});

	const write = async (text: string) => {
		const { editor } = session().workbench;
		await editor.open('notes/reviews.txt');
		await editor.write(text);
	};

	it('takes each of several selections as one text of a list', async () => {
		const { workbench } = session();
		const { editor, palette, results } = workbench;
		const before = await results.shownId();
		await write('a red boat\nnot this\na red ship\nnothing alike');
		await editor.goTo(1);
		await editor.addCursorAt(3, 1);
		await editor.addCursorAt(4, 1);
		await workbench.page.keyboard.press('Shift+End');
		await workbench.statusBar.expect('3 selections');
		await palette.run('Hugging Face: Compare Meanings of Selections');
		await expectRun(workbench, 'Compare Meanings', before);
		const answer = await results.answer();
		assert.match(answer, /a red boat[\s\S]*a red ship[\s\S]*nothing alike/);
		assert.doesNotMatch(answer, /not this/);
		await workbench.screenshot('task several selections');
	});

	it('embeds each of several selections, and shows how alike all of them are', async () => {
		const { workbench } = session();
		const { editor, palette, results, statusBar } = workbench;
		const before = await results.shownId();
		await write('a red boat\nnot this\na red ship\nnothing alike');
		await editor.goTo(1);
		await editor.addCursorAt(3, 1);
		await editor.addCursorAt(4, 1);
		await workbench.page.keyboard.press('Shift+End');
		await statusBar.expect('3 selections');
		await palette.run('Hugging Face: Embed Selection');
		await expectRun(workbench, 'Embed', before);
		const map = results.frame.getByRole('grid', { name: 'Cosine similarity of the texts' });
		assert.equal(await map.locator('[data-place]').count(), 9);
		assert.deepEqual(await map.getByRole('rowheader').allInnerTexts(), [
			'1 a red boat',
			'2 a red ship',
			'3 nothing alike',
		]);
		await map.locator('[data-place="0 0"]').focus();
		await workbench.page.keyboard.press('ArrowDown');
		await results.expect(/a red ship with a red boat/);
		assert.deepEqual(await findViolations(results.frame), []);
		await workbench.screenshot('task embed several');
		await results.press('Copy as CSV', results.article());
		await statusBar.expect('Copied');
		assert.match(await editor.clipboard(), /^,a red boat,a red ship,nothing alike\r\na red boat,1\.0000,/);
	});

	it('continues a text until it is stopped, keeps what had come, and begins again', async () => {
		const { workbench, hub } = session();
		const { palette, results } = workbench;
		hub.faults.always({ path: /completions/ }, { kind: 'stallAfter', deltas: 6 });
		await write('The ferry');
		await palette.run('Hugging Face: Continue Selection');
		await results.frame.getByRole('article', { name: /^Continue Text/ }).waitFor();
		await results.frame.getByRole('log').filter({ hasText: /\w/ }).waitFor();
		await results.expectState('running');
		await workbench.screenshot('task continuing');
		await results.press('Stop', results.article());
		await results.expectState('stopped');
		await results.expect('Stopped. What had arrived is kept.');
		const kept = await results.answer();
		assert.notEqual(kept, '');
		await hub.traffic.until(({ openStreams }) => openStreams === 0);
		hub.faults.clear();
		const stopped = await results.shownId();
		await results.press('Run Again', results.article());
		await expectRun(workbench, 'Continue Text', stopped);
		assert.ok((await results.answer()).length > kept.length);
	});
	it('finds a row that is far out of sight by the panel’s own search', async () => {
		const { workbench, workspace } = session();
		const { editor, form, palette, results, page } = workbench;
		const rows = Array.from({ length: 3000 }, (_, row) => `buoy-${row},${row % 7}`);
		writeFileSync(path.join(workspace, 'buoys.csv'), ['buoy,bells', ...rows].join('\n'));
		const before = await results.shownId();
		await editor.open('buoys.csv');
		await palette.run('Hugging Face: Answer Question from Table…');
		await form.expect('Answer from Table');
		await form.fill('Question', 'What is the total of bells?');
		await form.run();
		await expectRun(workbench, 'Answer from Table', before);
		await results.frame.locator('.rows-text', { hasText: 'buoy-2999' }).waitFor({ state: 'attached' });
		await results.find('buoy-2345');
		await results.frame.getByRole('cell', { name: 'buoy-2345' }).waitFor();
		await workbench.screenshot('find in table');
		await page.keyboard.press('Escape');
	});

	it('takes a file that is chosen, and one that is dropped; says which is too large, and which cannot be read', async () => {
		const { workbench, workspace } = session();
		const { palette, quickInput, form, results } = workbench;
		const large = path.join(workspace, 'large.png');
		writeFileSync(large, '');
		truncateSync(large, 60_000_000);
		const before = await results.shownId();
		await workbench.saveEditors();
		await workbench.closeEditors();
		await palette.run('Hugging Face: Describe Image');
		await form.expect('Describe Image');
		const choose = async (file: string) => {
			await results.press('Image: Choose File…', form.form());
			await quickInput.expect('Choose an Image');
			await quickInput.choosePath(file);
		};
		await choose(large);
		assert.deepEqual(await form.complaints(), ['The file is larger than 50 MB.']);
		await workbench.screenshot('form too large');
		await form.dropGone('Image', path.join(workspace, 'gone.png'));
		await form.expectText('cannot be read');
		assert.deepEqual(await form.complaints(), [
			'The file cannot be read: it was moved or deleted, it is a folder, or you may not read it. Choose it once more.',
		]);
		await workbench.screenshot('form unreadable');
		await choose(path.join(workspace, 'media/buoy.png'));
		await form.expectText('buoy.png');
		assert.equal(await form.form().getByRole('alert').count(), 0);
		await form.drop('Image', { name: 'dropped.png', mimeType: 'image/png', bytes: redRectangle() });
		await form.expectText('dropped.png');
		await form.run();
		await expectRun(workbench, 'Describe Image', before);
		assert.match(await results.answer(), /48 by 32 pixels/);
	});

	it('says in the form how many tokens go in, as soon as nothing is missing', async () => {
		const { workbench } = session();
		const { palette, form } = workbench;
		await write('The ferry was late.');
		await palette.run('Hugging Face: Classify Selection by Own Labels…');
		await form.expect('Classify by Own Labels');
		const tokens = async (labels: string) => {
			const before = (await form.estimate().count()) > 0 ? await form.estimate().innerText() : '';
			await form.fill('Labels', labels);
			const changed = await eventually(
				async () => ((await form.estimate().count()) > 0 ? form.estimate().innerText() : ''),
				words => assert.ok(/^≈ \d+ tokens in$/.test(words) && words !== before, words),
			);
			return Number(/\d+/.exec(changed)?.[0]);
		};
		const one = await tokens('money');
		assert.equal(await tokens('money\nspeed'), 2 * one);
		await workbench.screenshot('form estimated');
		await form.fill('Labels', '');
		await form.estimate().waitFor({ state: 'detached' });
		await form.cancel();
	});

	it('cancels the provider’s job when it is stopped, and says it where that cannot be done', async () => {
		const { workbench, hub } = session();
		const { explorer, results, form } = workbench;
		await explorer.expand('media');
		for (const [name, sentence] of [
			['stopped', 'The provider has cancelled the job.'],
			['not cancelled', 'The provider did not cancel the job: it may go on there, and be charged.'],
		] as const) {
			if (name === 'not cancelled') {
				hub.faults.always({ host: 'router', method: 'PUT' }, { kind: 'status', name: 'internal' });
			}
			hub.faults.always({ host: 'router', method: 'GET', path: /\/status/ }, { kind: 'hang' });
			const menu = await explorer.contextMenu('buoy.png');
			await menu.choose('Hugging Face', 'Animate Image…');
			await form.expect('Animate Image');
			await form.fill('Prompt', 'let it roll');
			await form.run();
			await results.expect('The provider has put it into its queue');
			await results.press('Stop', results.article());
			await results.expectState('stopped');
			await results.expect(sentence);
			await workbench.screenshot(`job ${name}`);
		}
		assert.equal(hub.traffic.requests.filter(({ method }) => method === 'PUT').length, 2);
		hub.faults.clear();
	});

	it('says what became of a job that was stopped before the provider had confirmed it', async () => {
		const { workbench, hub } = session();
		const { explorer, results, form } = workbench;
		const { promise: until, resolve: confirm } = withResolvers<void>();
		hub.traffic.clear();
		hub.faults.next({ host: 'router', method: 'POST' }, { kind: 'slowHeaders', milliseconds: 60_000, until });
		await explorer.expand('media');
		const menu = await explorer.contextMenu('buoy.png');
		await menu.choose('Hugging Face', 'Animate Image…');
		await form.expect('Animate Image');
		await form.fill('Prompt', 'let it roll');
		await form.run();
		await hub.traffic.until(({ requests }) => requests.some(({ method }) => method === 'POST'));
		await results.press('Stop', results.article());
		await results.expectState('stopped');
		await results.expect('The provider had not confirmed the job yet');
		await workbench.screenshot('job not confirmed');
		confirm();
		await results.expect('The provider has cancelled the job.');
		await workbench.screenshot('job cancelled late');
	});

	it('says of a recording of 60 MB that it is too large', async () => {
		const { workbench, workspace } = session();
		const { explorer, results } = workbench;
		const large = path.join(workspace, 'media/long.wav');
		writeFileSync(large, '');
		truncateSync(large, 60_000_000);
		await explorer.expand('media');
		const menu = await explorer.contextMenu('long.wav');
		await menu.choose('Hugging Face', 'Transcribe Recording');
		await results.expectState('failed');
		assert.match(
			await results.problem().innerText(),
			/^long\.wav is too large\.\s+It has 60 MB; a run takes files of up to 50 MB\. Nothing was sent\./,
		);
		await workbench.screenshot('recording too large');
	});

	it('takes the cell of a notebook', async () => {
		const { workbench, hub, workspace } = session();
		const { editor, palette, results } = workbench;
		writeFileSync(
			path.join(workspace, 'cells.ipynb'),
			JSON.stringify({
				cells: ['Another cell.', 'Paris is the [MASK] of France.'].map(text => ({
					cell_type: 'code',
					metadata: {},
					source: [text],
					outputs: [],
					execution_count: null,
				})),
				metadata: {},
				nbformat: 4,
				nbformat_minor: 5,
			}),
		);
		const before = await results.shownId();
		await editor.openNotebook('cells.ipynb');
		await editor.chooseCell(2);
		hub.traffic.clear();
		await palette.run('Hugging Face: Fill in the Blank in Selection');
		await hub.traffic.until(({ requests }) => requests.some(({ path: asked }) => asked.includes(FILL_MASK)));
		await workbench.screenshot('task notebook cell');
		// The page of a notebook is a later one than that of the results.
		await editor.closeTab('cells.ipynb');
		await expectRun(workbench, 'Fill in the Blank', before);
		assert.match(await results.answer(), /capital/);
	});
});
