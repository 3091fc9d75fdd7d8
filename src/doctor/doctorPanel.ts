import * as vscode from 'vscode';
import type { FromDoctorPage, ToDoctorPage } from '../shared/diagnosis';
import { pageHtml } from '../ui/pageHtml';
import { pageOptions } from '../ui/pageOptions';
import { Disposable } from '../util/disposable';
import { DOCTOR_VIEW } from '../viewId';
import type { Diagnosis } from './diagnosis';
import { readFromDoctorPage } from './readFromDoctorPage';

const PAGE = { name: 'doctor', title: 'Diagnose Hugging Face' };

/** What the panel shows, and who hears what is pressed in it. */
export interface DoctorPanelDeps {
	readonly extensionUri: vscode.Uri;
	readonly diagnosis: Diagnosis;
	/** Everything but `ready`, which the panel answers itself. */
	onMessage(message: Exclude<FromDoctorPage, { readonly type: 'ready' }>): void;
}

/** The doctor's page. It is thrown away while it is hidden; a new one says `ready` and is told everything. */
export class DoctorPanel extends Disposable {
	readonly onDidDispose: vscode.Event<void>;
	private isReady = false;

	static create(deps: DoctorPanelDeps): DoctorPanel {
		const panel = vscode.window.createWebviewPanel(
			DOCTOR_VIEW,
			'Diagnose',
			vscode.ViewColumn.Active,
			pageOptions(deps.extensionUri),
		);
		return new DoctorPanel(panel, deps);
	}

	/** Takes over a panel that the editor brought back after a reload. */
	static revive(panel: vscode.WebviewPanel, deps: DoctorPanelDeps): DoctorPanel {
		panel.webview.options = pageOptions(deps.extensionUri);
		return new DoctorPanel(panel, deps);
	}

	private constructor(
		private readonly panel: vscode.WebviewPanel,
		private readonly deps: DoctorPanelDeps,
	) {
		super();
		const { extensionUri, diagnosis } = deps;
		this.onDidDispose = panel.onDidDispose;
		this.register(panel);
		this.register(panel.onDidDispose(() => this.dispose()));
		this.register(
			panel.onDidChangeViewState(() => {
				this.isReady &&= panel.visible;
			}),
		);
		this.register(panel.webview.onDidReceiveMessage(message => this.receive(message)));
		this.register(diagnosis.onDidChange(() => this.tell()));
		panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
		panel.webview.html = pageHtml(panel.webview, extensionUri, PAGE);
	}

	focus(): void {
		this.panel.reveal();
	}

	private receive(value: unknown): void {
		const message = readFromDoctorPage(value);
		if (message?.type === 'ready') {
			this.isReady = true;
			this.tell();
		} else if (message) {
			this.deps.onMessage(message);
		}
	}

	private tell(): void {
		if (this.isReady && !this.isDisposed) {
			const message: ToDoctorPage = { type: 'state', view: this.deps.diagnosis.view };
			void this.panel.webview.postMessage(message);
		}
	}
}
