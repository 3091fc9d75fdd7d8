import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addToken } from './driver/addToken';
import { eventually } from './driver/eventually';
import { findViolations } from './driver/findViolations';
import type { Session } from './driver/session';
import { THEMES, type Theme } from './driver/themes';
import { useSession } from './driver/useSession';

const SUMMARIZER = 'facebook/bart-large-cnn';
const CHAT = 'openai/gpt-oss-20b:groq';

/** Runs what needs no more questions on some lines of a file, and waits until its result has ended. */
async function runOn(
	{ workbench }: Session,
	command: string,
	file: string,
	lines: readonly [number, number],
) {
	const { editor, palette, results } = workbench;
	const before = await results.shownId();
	await editor.open(file);
	await editor.selectLines(...lines);
	await palette.run(`Hugging Face: ${command}`);
	await results.expectNext(before);
}

describe('results, as a person works with them', () => {
	const session = useSession({
		settings: {
			'hfWorkbench.inference.models': { conversational: CHAT, summarization: SUMMARIZER },
		},
	});

	afterEach('mend everything', () => session().hub.faults.clear());

	it('say what is missing without a token, and what helps works', async () => {
		const { workbench, hub } = session();
		const { results, quickInput, notifications } = workbench;
		await runOn(session(), 'Summarize Selection', 'README.md', [5, 12]);
		await results.expectState('failed');
		const problem = results.problem();
		assert.match(
			await problem.innerText(),
			/No access token\.\s+An access token that may call Inference Providers/,
		);
		await workbench.screenshot('no token');
		await results.press('Add Token…', problem);
		await quickInput.expect('Paste a token');
		await quickInput.fill(hub.tokens.fineGrainedInference);
		await quickInput.accept();
		await quickInput.expect('A name to tell');
		await quickInput.accept();
		await notifications.expect('Added');
		await notifications.clear();
		await results.press('Run Again', results.article());
		await results.expectState('finished');
	});

	it('say why a run failed, keep what had arrived, and run again at the press of a button', async () => {
		const { workbench, hub } = session();
		const { results } = workbench;
		hub.faults.next({ path: /chat\/completions/ }, { kind: 'cutAfter', deltas: 12, abrupt: true });
		await runOn(session(), 'Explain Selection', 'tides.py', [30, 41]);
		await results.expectState('failed');
		assert.match(await results.problem().innerText(), /The answer was cut off\./);
		assert.notEqual(await results.answer(), '');
		await workbench.screenshot('cut off');
		const before = await results.shownId();
		await results.press('Run Again', results.problem());
		await results.expectNext(before);
		await results.expectState('finished');
	});

	const REFUSALS = [
		['outOfCredits', 'The credits are used up.', ['Open Billing', 'Bill To…']],
		[
			'noInferencePermission',
			'The access token may not call Inference Providers.',
			['Create Token on the Hub', 'Switch Token…'],
		],
		['inputTooLong', 'The input is too long for this model.', ['Run with Another Model…']],
	] as const;

	for (const [name, title, remedies] of REFUSALS) {
		it(`say it when a run is refused: ${title}`, async () => {
			const { workbench, hub } = session();
			const { results } = workbench;
			hub.faults.always({ path: /chat\/completions/ }, { kind: 'status', name });
			await runOn(session(), 'Explain Selection', 'tides.py', [30, 41]);
			await results.expectState('failed');
			assert.equal(await results.problem().getByRole('heading').innerText(), title);
			assert.deepEqual(await results.problem().getByRole('button').allInnerTexts(), remedies);
			await workbench.screenshot(`refused ${name}`);
		});
	}

	it('are kept in a history that shows each again', async () => {
		const { workbench } = session();
		const { results } = workbench;
		await runOn(session(), 'Summarize Selection', 'README.md', [5, 12]);
		const newest = await results.shownId();
		await results.choose(/^Explain .*failed/);
		await results.expectState('failed');
		await workbench.screenshot('history chosen');
		await results.choose(/^Explain .*finished/);
		await results.expectState('finished');
		assert.notEqual(await results.shownId(), newest);
		await results.choose(/^Summarize .*finished/);
		assert.equal(await results.shownId(), newest);
	});

	it('can be run with another model, which is asked for', async () => {
		const { workbench } = session();
		const { results, quickInput } = workbench;
		const before = await results.shownId();
		await results.press('Run with Another Model…', results.article());
		await quickInput.expect('Model for Summarize');
		await quickInput.pick('google/pegasus-xsum');
		await results.expectNext(before);
		assert.deepEqual(await results.names(), ['Summarize, google/pegasus-xsum']);
	});

	it('are exported with all that it takes to judge them, and replayed from the file', async () => {
		const { workbench, workspace } = session();
		const { conversation, editor, palette, quickInput, results } = workbench;
		await runOn(session(), 'Explain Selection', 'tides.py', [30, 41]);
		await conversation.set('Seed', '7');
		await conversation.closeSettings();
		await conversation.ask('What happens at the last hour?', 2);
		const answer = await conversation.answer(2);
		await results.pressMore('Export Run…', conversation.turn(2));
		await quickInput.expect('Export Run');
		const file = path.join(workspace, 'run.json');
		await quickInput.choosePath(file);
		await editor.activeTab('run.json').waitFor();
		await workbench.screenshot('run exported');
		const exported = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
		const { revisionAtExport, inputSha256, timings, usage, costUsd, ...plain } = exported;
		assert.deepEqual(
			[plain.task, plain.model, plain.provider, plain.parameters, plain.seed, plain.state],
			['conversational', 'openai/gpt-oss-20b', 'groq', { seed: 7 }, 7, { type: 'finished', reason: 'stop' }],
		);
		assert.match(String(revisionAtExport), /^[0-9a-f]{40}$/);
		assert.match(String(inputSha256), /^[0-9a-f]{64}$/);
		assert.ok(JSON.stringify([timings, usage, costUsd]).match(/\d/g) && costUsd !== null);
		await editor.closeTab('run.json');
		const before = await results.shownId();
		await palette.run('Hugging Face: Replay Run…');
		await quickInput.expect('Replay Run');
		await quickInput.choosePath(file);
		await results.expectNext(before);
		await results.expectState('finished');
		assert.equal(await results.answer(), answer);
	});

	it('are copied and inserted at the cursor', async () => {
		const { workbench, workspace } = session();
		const { editor, results } = workbench;
		await results.choose(/^Summarize .*finished/);
		const answer = await results.answer();
		await results.press('Copy', results.article());
		await workbench.statusBar.expect('Copied');
		assert.equal(await editor.clipboard(), answer);
		await editor.open('notes/reviews.txt');
		await editor.goTo(2, 1);
		await results.press('Insert at Cursor', results.article());
		// Before the text is looked at as a whole: that moves the cursor.
		await editor.expect(answer.split('\n', 1)[0] ?? '');
		const before = readFileSync(path.join(workspace, 'notes/reviews.txt'), 'utf8');
		await editor.expectText(before.replace('\n', `\n${answer}`));
		await editor.undo();
		await editor.expectText(before);
	});

	it('take the place of the selection only while it is there; else they show the difference', async () => {
		const { workbench, workspace } = session();
		const { editor, results, notifications } = workbench;
		await runOn(session(), 'Summarize Selection', 'README.md', [5, 12]);
		await editor.goTo(6, 1);
		await editor.insert('Meanwhile');
		const changed = await editor.text();
		await results.press('Replace Selection', results.article());
		assert.equal(
			await notifications.expect('has changed since'),
			'README.md has changed since the run, so nothing was replaced.',
		);
		await workbench.screenshot('replace refused');
		assert.equal(await editor.text(), changed);
		await notifications.press('has changed since', 'Show Diff');
		await editor.activeTab('README.md ↔').waitFor();
		await workbench.screenshot('replace diff');
		await workbench.palette.run('View: Close Editor');
		await editor.activeTab('README.md ↔').waitFor({ state: 'detached' });
		await editor.focus();
		await editor.undo();
		await editor.expectText(readFileSync(path.join(workspace, 'README.md'), 'utf8'));
	});

	it('open as documents of their own', async () => {
		const { workbench } = session();
		const { editor, results } = workbench;
		const answer = await results.answer();
		await results.pressMore('Open as Document', results.article());
		await editor.activeTab('Untitled-1').waitFor();
		await workbench.screenshot('opened as document');
		assert.equal((await editor.text()).trim(), answer);
	});

	it('go back to the text that was given to the model', async () => {
		const { workbench } = session();
		const { editor, results, statusBar } = workbench;
		await results.press(/^Go to README\.md:5/, results.article());
		await editor.activeTab('README.md').waitFor();
		await statusBar.expect('selected');
		await editor.expectFocus();
	});

	it('are there again after the panel was hidden and closed', async () => {
		const { workbench } = session();
		const { results, palette } = workbench;
		const before = await results.text();
		await workbench.editor.closeTab('Results');
		await results.waitClosed();
		await palette.run('Hugging Face: Open Results');
		await results.expectState('finished');
		await eventually(
			() => results.text(),
			text => assert.equal(text, before),
		);
	});

	it('are there again after the window was reloaded, the one that was interrupted with its reason', async () => {
		const { workbench, hub } = session();
		const { results, palette, editor } = workbench;
		hub.faults.always({ path: /chat\/completions/ }, { kind: 'stallAfter', deltas: 40 });
		await editor.open('tides.py');
		await editor.selectLines(30, 41);
		await palette.run('Hugging Face: Explain Selection');
		await results.expectState('running');
		await hub.traffic.until(({ requests }) => requests.some(({ stream }) => stream?.deltas === 40));
		await results.expect('This is 12 lines');
		await workbench.reload();
		await hub.traffic.until(({ openStreams }) => openStreams === 0);
		await results.expectState('failed');
		assert.match(await results.problem().innerText(), /The run was interrupted\..*What arrived is kept\./s);
		assert.notEqual(await results.answer(), '');
		await workbench.screenshot('interrupted');
		await results.choose(/^Summarize .*finished/);
		await results.expectState('finished');
	});

	it('fit a narrow panel, whose history folds', async () => {
		const { workbench } = session();
		const { results } = workbench;
		await workbench.resize(760, 800);
		await results.press(/^History/);
		await workbench.screenshot('narrow history');
		await results
			.button(/^Explain .*finished/, results.history())
			.first()
			.click();
		await results.frame
			.getByRole('article', { name: /^Explain/ })
			.first()
			.waitFor();
		await results.expectState('finished');
		assert.equal(await results.isTooWide(), false);
		await workbench.screenshot('narrow');
		await workbench.resize(1280, 800);
	});

	for (const theme of Object.keys(THEMES) as Theme[]) {
		it(`follow the theme ${THEMES[theme].label} while they are open, and are accessible in it`, async () => {
			const { workbench } = session();
			const { results } = workbench;
			await workbench.setTheme(theme);
			await results.frame.locator(`body[data-vscode-theme-id="${THEMES[theme].id}"]`).waitFor();
			for (const kind of [/^Explain .*finished/, /^Explain .*failed/, /^Summarize .*finished/]) {
				await results.choose(kind);
				assert.deepEqual(await findViolations(results.frame), []);
			}
			await workbench.screenshot(`results ${theme}`);
		});
	}
});

describe('a box that a page asks for', () => {
	const session = useSession({ settings: { 'hfWorkbench.inference.models': { conversational: CHAT } } });

	before('add a token', async () => {
		const { workbench, hub } = session();
		await addToken(workbench, hub.tokens.write);
		await workbench.notifications.clear();
	});

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.faults.clear();
		await workbench.quickInput.leave();
	});

	for (const [name, remedy, title] of [
		['outOfCredits', 'Bill To…', 'Bill Runs To'],
		['noInferencePermission', 'Switch Token…', 'Switch Token'],
	] as const) {
		it(`stays open when the page has the keyboard: ${remedy}`, async () => {
			const { workbench, hub } = session();
			const { results, quickInput } = workbench;
			hub.faults.always({ path: /chat\/completions/ }, { kind: 'status', name });
			await runOn(session(), 'Explain Selection', 'tides.py', [30, 41]);
			await results.expectState('failed');
			const button = results.problem().getByRole('button', { name: remedy });
			await button.click();
			await quickInput.expect(title);
			await button.focus();
			await button.and(results.frame.locator(':focus')).waitFor();
			await workbench.screenshot(`asked from a page ${title}`);
			assert.equal(await quickInput.title(), title);
		});
	}
});
