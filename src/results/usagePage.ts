import * as vscode from 'vscode';
import { Disposable } from '../util/disposable';
import type { UsageLedger } from './usageLedger';
import { usageReport } from './usageReport';

const SCHEME = 'hf-workbench-usage';
const PAGE = vscode.Uri.from({ scheme: SCHEME, path: '/Usage and Cost.md' });

/** The totals as a page that is made anew whenever it is opened. */
export class UsagePage extends Disposable {
	private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());

	constructor(private readonly ledger: Pick<UsageLedger, 'entries'>) {
		super();
		this.register(
			vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
				onDidChange: this.changed.event,
				provideTextDocumentContent: async () => usageReport(await this.ledger.entries(), Date.now()),
			}),
		);
	}

	async open(): Promise<void> {
		this.changed.fire(PAGE);
		await vscode.commands.executeCommand('markdown.showPreview', PAGE);
	}
}
