import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../shared/protocol';
import { Disposable } from '../util/disposable';
import { RESULTS_VIEW } from '../viewId';
import { DeltaBatch } from './deltaBatch';
import { pageHtml } from './pageHtml';
import { readFromPage } from './readFromPage';
import type { Runs, RunsEvent } from './runs';

/** What the panel shows, and who hears what is pressed in it. */
export interface ResultsPanelDeps {
	readonly extensionUri: vscode.Uri;
	readonly runs: Runs;
	/** Everything but `ready`, which the panel answers itself. */
	onMessage(message: Exclude<FromPage, { readonly type: 'ready' }>): void;
}

/**
 * The panel beside the code. Its page is thrown away while it is hidden; whenever there is a new one it says `ready`, and
 * gets the whole state and then deltas. Nothing is posted before that: it would be lost or come twice.
 */
export class ResultsPanel extends Disposable {
	private readonly batch = this.register(
		new DeltaBatch((id, channel, text) => this.post({ type: 'delta', id, channel, text })),
	);
	private isReady = false;
	/** Counts the pages that were thrown away. */
	private gone = 0;

	static create(deps: ResultsPanelDeps): ResultsPanel {
		const panel = vscode.window.createWebviewPanel(
			RESULTS_VIEW,
			'Results',
			{ viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
			{ ...webviewOptions(deps.extensionUri), retainContextWhenHidden: false },
		);
		return new ResultsPanel(panel, deps);
	}

	/** Takes over a panel that the editor brought back after a reload. */
	static revive(panel: vscode.WebviewPanel, deps: ResultsPanelDeps): ResultsPanel {
		panel.webview.options = webviewOptions(deps.extensionUri);
		return new ResultsPanel(panel, deps);
	}

	readonly onDidDispose: vscode.Event<void>;

	private constructor(
		private readonly panel: vscode.WebviewPanel,
		private readonly deps: ResultsPanelDeps,
	) {
		super();
		const { extensionUri, runs } = deps;
		this.onDidDispose = panel.onDidDispose;
		this.register(panel);
		this.register(panel.onDidDispose(() => this.dispose()));
		this.register(panel.onDidChangeViewState(() => this.hidden()));
		this.register(panel.webview.onDidReceiveMessage(message => this.receive(message)));
		this.register(runs.onDidChange(event => this.tell(event)));
		panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
		panel.webview.html = pageHtml(panel.webview, extensionUri);
	}

	/** Shows the panel where it is, without taking the focus; one that is already visible is left alone. */
	reveal(): void {
		if (!this.panel.visible) {
			this.panel.reveal(undefined, true);
		}
	}

	/** Shows the panel and goes there. */
	focus(): void {
		this.panel.reveal(undefined, false);
	}

	private hidden(): void {
		if (!this.panel.visible) {
			this.isReady = false;
			this.gone++;
			this.batch.clear();
		}
	}

	private receive(value: unknown): void {
		const message = readFromPage(value);
		if (message?.type === 'ready') {
			void this.ready();
		} else if (message) {
			this.deps.onMessage(message);
		}
	}

	private async ready(): Promise<void> {
		const { runs } = this.deps;
		const { gone } = this;
		await runs.load();
		if (this.gone !== gone) {
			return;
		}
		this.isReady = true;
		// The state has all that was waiting to be posted.
		this.batch.clear();
		this.post({ type: 'state', runs: runs.views(), selected: runs.selected?.id });
	}

	private tell(event: RunsEvent): void {
		if (!this.isReady) {
			return;
		}
		if (event.type === 'delta') {
			this.batch.add(event.id, event.channel, event.text);
			return;
		}
		this.batch.flush(event.type === 'run' ? event.run.id : event.id);
		this.post(event);
	}

	private post(message: ToPage): void {
		if (this.isReady && !this.isDisposed) {
			void this.panel.webview.postMessage(message);
		}
	}
}

/** The page may load what is built for it, and nothing else of this machine. */
function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
	return {
		enableScripts: true,
		localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')],
	};
}
