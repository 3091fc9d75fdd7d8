import * as vscode from 'vscode';
import { Disposable } from '../util/disposable';

const SCHEME = 'hf-workbench-answer';

/** What a document would be with an answer in it. */
interface Proposal {
	readonly target: vscode.TextDocument;
	/** The target's version that it was made for. */
	readonly version: number;
	readonly content: string;
}

/** Read-only documents that exist only to be compared with: a file as it would be with an answer in it. */
export class AnswerDocuments extends Disposable {
	private readonly proposals = new Map<string, Proposal>();
	private count = 0;

	constructor() {
		super();
		this.register(
			vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
				provideTextDocumentContent: uri => this.proposals.get(uri.toString())?.content,
			}),
		);
		this.register(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.proposals.delete(uri.toString())),
		);
	}

	/**
	 * Shows what `document` would be if its whole text were `content`, where the document itself is shown. The buttons
	 * in the title of the comparison apply or discard it.
	 */
	async showDiff(document: vscode.TextDocument, content: string): Promise<void> {
		// The path is kept, for the language is found by it.
		const uri = vscode.Uri.from({ scheme: SCHEME, path: document.uri.path, query: String(++this.count) });
		this.proposals.set(uri.toString(), { target: document, version: document.version, content });
		const name = document.uri.path.split('/').at(-1) ?? '';
		const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document);
		await vscode.commands.executeCommand('vscode.diff', document.uri, uri, `${name} ↔ With the Answer`, {
			viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
		});
	}

	/** Makes the document what the comparison in front shows, as one step to undo, and closes the comparison. */
	async apply(): Promise<void> {
		const tab = proposalTab();
		const proposal = tab && this.proposals.get(tab.input.modified.toString());
		if (!proposal) {
			void vscode.window.showInformationMessage('There is no comparison with an answer in front.');
			return;
		}
		const { target, version, content } = proposal;
		if (target.isClosed || target.version !== version) {
			void vscode.window.showWarningMessage(
				'The file has changed since the comparison was made, so nothing was applied. Press Apply again in the answer.',
			);
			return;
		}
		const edit = new vscode.WorkspaceEdit();
		edit.replace(target.uri, changedRange(target, content), changedText(target.getText(), content));
		if (!(await vscode.workspace.applyEdit(edit))) {
			void vscode.window.showWarningMessage('The file cannot be edited, so nothing was applied.');
			return;
		}
		await vscode.window.tabGroups.close(tab.tab);
		await vscode.window.showTextDocument(target, { viewColumn: tab.tab.group.viewColumn });
	}

	/** Closes the comparison in front. */
	async discard(): Promise<void> {
		const tab = proposalTab();
		if (tab) {
			await vscode.window.tabGroups.close(tab.tab);
		}
	}
}

function proposalTab(): { readonly tab: vscode.Tab; readonly input: vscode.TabInputTextDiff } | undefined {
	const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
	return tab?.input instanceof vscode.TabInputTextDiff && tab.input.modified.scheme === SCHEME
		? { tab, input: tab.input }
		: undefined;
}

/** Only what differs is replaced, so that the cursor and the folds of the rest stay. */
function changedRange(document: vscode.TextDocument, content: string): vscode.Range {
	const text = document.getText();
	const { start, end } = common(text, content);
	return new vscode.Range(document.positionAt(start), document.positionAt(text.length - end));
}

function changedText(text: string, content: string): string {
	const { start, end } = common(text, content);
	return content.slice(start, content.length - end);
}

/** How many characters two texts share at their beginning, and at their end beside those. */
function common(one: string, other: string): { readonly start: number; readonly end: number } {
	const most = Math.min(one.length, other.length);
	let start = 0;
	while (start < most && one.charCodeAt(start) === other.charCodeAt(start)) {
		start++;
	}
	let end = 0;
	while (
		end < most - start &&
		one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)
	) {
		end++;
	}
	return { start, end };
}
