import path from 'node:path';
import * as vscode from 'vscode';
import type { Tokens } from '../tokens/tokens';

/**
 * Hears of changes to tokens that are not ours: `hf auth login` and `hf auth switch` in a terminal, and the `.env` file.
 * A folder that the editor cannot watch is looked at again when the window gets the focus back.
 */
export function watchTokenSources(tokens: Pick<Tokens, 'cliPaths' | 'refresh'>): vscode.Disposable {
	const refresh = () => tokens.refresh();
	const files = [tokens.cliPaths.token, tokens.cliPaths.storedTokens].map(
		file => new vscode.RelativePattern(vscode.Uri.file(path.dirname(file)), path.basename(file)),
	);
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	const patterns = [...files, ...(folder ? [new vscode.RelativePattern(folder, '.env')] : [])];
	return vscode.Disposable.from(
		...patterns.flatMap(pattern => {
			const watcher = vscode.workspace.createFileSystemWatcher(pattern);
			return [
				watcher,
				watcher.onDidCreate(refresh),
				watcher.onDidChange(refresh),
				watcher.onDidDelete(refresh),
			];
		}),
		vscode.window.onDidChangeWindowState(({ focused }) => {
			if (focused) {
				refresh();
			}
		}),
	);
}
