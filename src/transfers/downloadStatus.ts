import * as vscode from 'vscode';
import type { Downloads } from '../hub/transfers/downloads';
import { Disposable } from '../util/disposable';
import { downloadsSummary } from './downloadWords';

/** All running downloads in the status bar, as one; a click shows the view. */
export class DownloadStatus extends Disposable {
	private readonly item = this.register(
		vscode.window.createStatusBarItem('hfWorkbench.downloads', vscode.StatusBarAlignment.Left, 10),
	);

	constructor(private readonly downloads: Downloads) {
		super();
		this.item.name = 'Hugging Face Downloads';
		this.item.command = 'hfWorkbench.showDownloads';
		this.register(downloads.onDidChange(() => this.show()));
	}

	private show(): void {
		const summary = downloadsSummary(this.downloads.jobs);
		if (summary === undefined) {
			this.item.hide();
			return;
		}
		this.item.text = `$(cloud-download) ${summary}`;
		this.item.tooltip = 'Show Downloads';
		this.item.accessibilityInformation = { label: `Hugging Face: ${summary.replaceAll(' · ', ', ')}` };
		this.item.show();
	}
}
