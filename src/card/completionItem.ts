import * as vscode from 'vscode';
import type { CardCompletion } from './completeCard';

const KINDS = {
	field: vscode.CompletionItemKind.Property,
	value: vscode.CompletionItemKind.EnumMember,
	repo: vscode.CompletionItemKind.Reference,
} as const;

/** One row of the editor's list, in the order that the rows have here. */
export function completionItem(
	document: vscode.TextDocument,
	{ kind, label, detail, about, replaces, text, goesOn = false, search }: CardCompletion,
	index: number,
): vscode.CompletionItem {
	const range = new vscode.Range(document.positionAt(replaces.from), document.positionAt(replaces.to));
	const item = new vscode.CompletionItem(
		detail === undefined ? label : { label, description: detail },
		KINDS[kind],
	);
	item.range = range;
	item.insertText = text;
	item.sortText = String(index).padStart(4, '0');
	// A language is looked for by its name as well as by its code.
	item.filterText = detail === undefined ? label : `${label} ${detail}`;
	if (about !== undefined) {
		item.documentation = new vscode.MarkdownString(about);
	}
	if (goesOn) {
		item.command = { command: 'editor.action.triggerSuggest', title: 'Choose' };
	}
	if (search !== undefined) {
		// Whatever is typed already is what is looked for.
		item.filterText = document.getText(range);
		item.insertText = document.getText(range);
		item.command = {
			command: 'hfWorkbench.insertRepoId',
			title: label,
			arguments: [search, { uri: document.uri, range }],
		};
	}
	return item;
}
