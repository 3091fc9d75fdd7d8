import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { InputFiles } from '../../src/results/inputFiles';
import { InputForms } from '../../src/results/inputForms';
import { ResultsPanel } from '../../src/results/resultsPanel';
import { Runs } from '../../src/results/runs';
import { RunStore } from '../../src/results/runStore';
import type { FromPage, ToPage } from '../../src/shared/protocol';
import { EXPLAIN, METRICS } from '../unit/results/requests';
import { ScriptedInference } from '../unit/results/scriptedInference';
import { TextFile } from './textFile';

/** A page that says `ready` and then sends back all that it is told, as the address of a link. */
const ECHO = `<!DOCTYPE html><html><body><script>
const vscode = acquireVsCodeApi();
addEventListener('message', ({ data }) => vscode.postMessage({ type: 'link', href: JSON.stringify(data) }));
vscode.postMessage({ type: 'ready' });
</script></body></html>`;

describe('the results panel', () => {
	let folder: string;
	let inference: ScriptedInference;
	let store: RunStore;
	let runs: Runs;
	let told: ToPage[];
	let pressed: FromPage[];
	let heard: () => void;
	let panel: vscode.WebviewPanel;
	let results: ResultsPanel;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'hf-workbench-panel-'));
		inference = new ScriptedInference();
		store = new RunStore(folder, problem => assert.fail(problem.code));
		runs = new Runs(inference, store);
		told = [];
		pressed = [];
		heard = () => undefined;
		const extension = vscode.extensions.getExtension('hf-workbench.hf-workbench');
		assert.ok(extension);
		panel = vscode.window.createWebviewPanel('hfWorkbench.echo', 'Echo', vscode.ViewColumn.One);
		results = ResultsPanel.revive(panel, {
			extensionUri: extension.extensionUri,
			mediaUri: vscode.Uri.file(store.media.folder),
			runs,
			forms: new InputForms(new InputFiles(join(folder, 'inputs'))),
			drafts: {
				onDidChange: () => ({ dispose: () => undefined }),
				onDidEstimate: () => ({ dispose: () => undefined }),
			},
			onMessage: message => {
				if (message.type === 'link') {
					told.push(JSON.parse(message.href) as ToPage);
				} else {
					pressed.push(message);
				}
				heard();
			},
		});
		panel.webview.html = ECHO;
	});

	afterEach(async () => {
		results.dispose();
		runs.dispose();
		store.dispose();
		await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
	});

	/** Resolves once the page has been told so many things. */
	async function untilTold(count: number): Promise<readonly ToPage[]> {
		while (told.length < count) {
			await new Promise<void>(resolve => (heard = resolve));
		}
		return told;
	}

	it('gives a page that is ready the whole state, then deltas in their order', async () => {
		void runs.start(EXPLAIN);
		const id = runs.selected?.id ?? '';
		await inference.last.say({ type: 'delta', channel: 'content', text: 'before ' });
		const [state] = await untilTold(1);
		assert.deepEqual(state, { type: 'state', runs: runs.views(), selected: id });
		await inference.last.say({ type: 'delta', channel: 'content', text: 'one ' });
		await inference.last.say({ type: 'delta', channel: 'content', text: 'two ' });
		await inference.last.say({ type: 'delta', channel: 'content', text: 'three' });
		await inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
		while (told.at(-1)?.type !== 'change') {
			await untilTold(told.length + 1);
		}
		const texts = told.flatMap(message => (message.type === 'delta' ? [message.text] : []));
		assert.equal(texts[0], 'one ');
		assert.equal(texts.join(''), 'one two three');
		assert.deepEqual(told.at(-1), {
			type: 'change',
			id,
			change: { state: { type: 'finished', reason: 'stop' }, metrics: METRICS },
		});
	});

	it('tells a hidden page nothing, and the next one everything', async () => {
		await untilTold(1);
		void runs.start(EXPLAIN);
		const id = runs.selected?.id ?? '';
		assert.deepEqual(
			(await untilTold(3)).map(({ type }) => type),
			['state', 'run', 'select'],
		);
		const hiding = new Promise<void>(resolve => {
			panel.onDidChangeViewState(() => {
				if (!panel.visible) {
					resolve();
				}
			});
		});
		const file = await TextFile.open('front.txt', 'in front');
		await hiding;
		await inference.last.say({ type: 'delta', channel: 'content', text: 'while hidden' });
		results.reveal();
		const [, , , state, more] = await untilTold(4);
		assert.deepEqual(state, { type: 'state', runs: runs.views(), selected: id });
		assert.equal(more, undefined);
		await file.close();
	});

	it('may load what is built for it and the files of runs, and nothing else', async () => {
		await untilTold(1);
		const roots = panel.webview.options.localResourceRoots ?? [];
		assert.deepEqual(
			roots.map(root => root.path.split('/').at(-1)),
			['dist', 'media'],
		);
		assert.equal(panel.options.retainContextWhenHidden ?? false, false);
	});

	it('passes on what is pressed, and ignores what no page of ours says', async () => {
		await untilTold(1);
		panel.webview.html = ECHO.replace(
			"{ type: 'ready' }",
			"{ type: 'action', id: 'a', action: 'format' }); vscode.postMessage({ type: 'action', id: 'a', action: 'copy' }",
		);
		while (pressed.length < 1) {
			await new Promise<void>(resolve => (heard = resolve));
		}
		assert.deepEqual(pressed, [{ type: 'action', id: 'a', action: 'copy' }]);
	});
});
