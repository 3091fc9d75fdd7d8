import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../shared/protocol';
import { pageHtml } from '../ui/pageHtml';
import { pageOptions } from '../ui/pageOptions';
import { Disposable } from '../util/disposable';
import { RESULTS_VIEW } from '../viewId';
import { DeltaBatch } from './deltaBatch';
import type { Drafts } from './drafts';
import type { InputForms } from './inputForms';
import { readFromPage } from './readFromPage';
import type { Runs } from './runs';
import type { RunsEvent } from './runsEvent';

const PAGE = { name: 'page', title: 'Hugging Face Results' };

/** What the panel shows, and who hears what is pressed in it. */
export interface ResultsPanelDeps {
	readonly extensionUri: vscode.Uri;
	/** The folder of the runs' pictures, sounds and films. */
	readonly mediaUri: vscode.Uri;
	readonly runs: Runs;
	readonly drafts: Pick<Drafts, 'onDidChange' | 'onDidEstimate'>;
	readonly forms: InputForms;
	/** Everything but `ready`, which the panel answers itself. */
	onMessage(message: Exclude<FromPage, { readonly type: 'ready' }>): void;
}

/**
 * The panel beside the code. Its page is thrown away while it is hidden; whenever there is a new one it says `ready`, and
 * gets the whole state and then deltas. Nothing is posted before that: it would be lost or come twice.
 */
export class ResultsPanel extends Disposable {
	private readonly batch = this.register(
		new DeltaBatch(
			(id, channel, text) => this.post({ type: 'delta', id, channel, text }),
			id => this.deps.runs.isLookedAt(id),
		),
	);
	private isReady = false;
	/** Counts the pages that were thrown away. */
	private gone = 0;

	static create(deps: ResultsPanelDeps): ResultsPanel {
		const panel = vscode.window.createWebviewPanel(
			RESULTS_VIEW,
			'Results',
			{ viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
			{
				...pageOptions(deps.extensionUri, deps.mediaUri),
				retainContextWhenHidden: false,
				enableFindWidget: true,
			},
		);
		return new ResultsPanel(panel, deps);
	}

	/** Takes over a panel that the editor brought back after a reload. */
	static revive(panel: vscode.WebviewPanel, deps: ResultsPanelDeps): ResultsPanel {
		panel.webview.options = pageOptions(deps.extensionUri, deps.mediaUri);
		return new ResultsPanel(panel, deps);
	}

	readonly onDidDispose: vscode.Event<void>;

	private constructor(
		private readonly panel: vscode.WebviewPanel,
		private readonly deps: ResultsPanelDeps,
	) {
		super();
		const { extensionUri, mediaUri, runs, drafts, forms } = deps;
		this.onDidDispose = panel.onDidDispose;
		this.register(panel);
		this.register(panel.onDidDispose(() => this.dispose()));
		this.register(panel.onDidChangeViewState(() => this.hidden()));
		this.register(panel.webview.onDidReceiveMessage(message => this.receive(message)));
		this.register(runs.onDidChange(event => this.tell(event)));
		this.register(drafts.onDidEstimate(told => void this.post({ type: 'estimate', ...told })));
		this.register(drafts.onDidChange(change => void this.post({ type: 'draft', ...change })));
		this.register(forms.onDidEstimate(told => void this.post({ type: 'formEstimate', ...told })));
		this.register(forms.onDidChange(form => void this.post({ type: 'form', form })));
		panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
		panel.webview.html = pageHtml(panel.webview, extensionUri, { ...PAGE, media: mediaUri });
	}

	/** Shows the panel where it is, without taking the focus; one that is already visible is left alone. */
	reveal(): void {
		if (!this.panel.visible) {
			this.panel.reveal(undefined, true);
		}
	}

	/** Tells the page something that is no change of a run; a page that is not there does not hear it. */
	send(message: ToPage): void {
		void this.post(message);
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
			if (message.type === 'select') {
				this.batch.flush(message.id);
			}
		}
	}

	private async ready(): Promise<void> {
		const { runs, forms } = this.deps;
		const { gone } = this;
		await runs.load();
		if (this.gone !== gone) {
			return;
		}
		this.isReady = true;
		// The state has all that was waiting to be posted.
		this.batch.clear();
		void this.post({ type: 'state', runs: runs.views(), selected: runs.selected?.id });
		if (forms.current) {
			void this.post({ type: 'form', form: forms.current });
		}
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
		void this.post(event);
	}

	/** Resolves when the window has taken it. */
	private post(message: ToPage): Thenable<boolean> | undefined {
		return this.isReady && !this.isDisposed ? this.panel.webview.postMessage(message) : undefined;
	}
}
