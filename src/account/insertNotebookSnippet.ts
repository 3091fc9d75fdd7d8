import * as vscode from 'vscode';
import { announce } from '../ui/announce';
import { ambientFact } from '../ui/ambientWords';
import { kernelEnvFile } from './envFiles';
import type { SourceDeps } from './sourceDeps';

/** Signs a notebook in without the token in it: from the environment or the command line, else typed where nobody sees it. */
export const NOTEBOOK_SNIPPET = [
	'# Signs in to the Hugging Face Hub. The token is not in this notebook: it comes from HF_TOKEN or',
	'# from the hf command line, or is asked for and kept by the kernel only.',
	'import os',
	'from getpass import getpass',
	'from huggingface_hub import get_token, whoami',
	'',
	'if get_token() is None:',
	'    os.environ["HF_TOKEN"] = getpass("Hugging Face access token: ")',
	'print("Signed in as", whoami()["name"])',
].join('\n');

/** Inserts the snippet as a cell above the one in focus, or into the text at the cursor; else it is copied. */
export async function insertNotebookSnippet({ tokens, terminals, log }: SourceDeps): Promise<void> {
	const where = await insert();
	const { notebooks } = await tokens.ambient(await kernelEnvFile(), terminals.isGiven);
	announce(
		log,
		'information',
		`${where} A kernel that is started here uses ${notebooks.origin ? ambientFact(notebooks) : 'no token, and asks for one'}.`,
		{
			label: 'Use Mine in the Command Line…',
			act: async () => vscode.commands.executeCommand('hfWorkbench.useTokenInCli'),
		},
	);
}

async function insert(): Promise<string> {
	const notebook = vscode.window.activeNotebookEditor;
	if (notebook) {
		const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, NOTEBOOK_SNIPPET, 'python');
		const edit = new vscode.WorkspaceEdit();
		edit.set(notebook.notebook.uri, [vscode.NotebookEdit.insertCells(notebook.selection.start, [cell])]);
		if (await vscode.workspace.applyEdit(edit)) {
			return 'Inserted a cell that signs in.';
		}
	}
	const editor = vscode.window.activeTextEditor;
	if (editor?.document.languageId === 'python') {
		const line = new vscode.Position(editor.selection.active.line, 0);
		if (await editor.edit(edit => edit.insert(line, `${NOTEBOOK_SNIPPET}\n`))) {
			return 'Inserted lines that sign in.';
		}
	}
	await vscode.env.clipboard.writeText(NOTEBOOK_SNIPPET);
	return 'Copied a snippet that signs in; paste it into a cell.';
}
