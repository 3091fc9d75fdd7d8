import * as vscode from 'vscode';
import type { Snippet } from '../inference/snippets/snippet';
import { STAYS_OPEN } from './staysOpen';

const OPEN: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('go-to-file'),
	tooltip: 'Open as Document',
};

type Row = vscode.QuickPickItem & { readonly snippet: Snippet };

/** Lets the user choose a language and a client, and copies the code; the button on a row opens it as a document. */
export async function offerSnippets(model: string, snippets: readonly Snippet[]): Promise<void> {
	if (snippets.length === 0) {
		void vscode.window.showInformationMessage(
			`There is no code to copy for ${model}: no client can call it.`,
		);
		return;
	}
	const pick = vscode.window.createQuickPick<Row>();
	pick.title = `Copy as Code (${model})`;
	pick.placeholder = 'Choose a language and a client. The token is HF_TOKEN of the environment.';
	pick.ignoreFocusOut = STAYS_OPEN.askedFromPage;
	pick.items = snippets.map(snippet => ({ label: snippet.title, snippet, buttons: [OPEN] }));
	try {
		await new Promise<void>((resolve, reject) => {
			const act = (work: Thenable<unknown>) => void work.then(() => pick.hide(), reject);
			pick.onDidAccept(() => {
				const [row] = pick.selectedItems;
				if (row) {
					act(copy(row.snippet));
				}
			});
			pick.onDidTriggerItemButton(({ item }) => act(open(item.snippet)));
			pick.onDidHide(() => resolve());
			pick.show();
		});
	} finally {
		pick.dispose();
	}
}

async function copy({ code }: Snippet): Promise<void> {
	await vscode.env.clipboard.writeText(code);
	vscode.window.setStatusBarMessage('$(check) Copied', 2000);
}

async function open({ code, languageId }: Snippet): Promise<void> {
	const document = await vscode.workspace.openTextDocument({ content: code, language: languageId });
	await vscode.window.showTextDocument(document);
}
