import * as vscode from 'vscode';
import type { EnvFileToken } from '../tokens/ambientToken';
import { parseEnvFile } from '../tokens/parseEnvFile';

/** An `.env` file is small; what is larger is something else. */
const LARGEST = 64 * 1024;
const MOST_FILES = 50;
const FOLDERS_WITHOUT = '{**/node_modules/**,**/.venv/**,**/venv/**,**/.git/**}';

/** The tokens in the `.env` file that notebook kernels of this workspace are started with: the first folder's own. */
export async function kernelEnvFile(): Promise<readonly EnvFileToken[]> {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	return folder ? readEnvFile(vscode.Uri.joinPath(folder.uri, '.env')) : [];
}

/** The tokens in all `.env` files of the workspace, by the names that such files go by: `.env`, `.env.local`, `prod.env`. */
export async function workspaceEnvFiles(): Promise<readonly EnvFileToken[]> {
	const files = await vscode.workspace.findFiles('**/{.env,.env.*,*.env}', FOLDERS_WITHOUT, MOST_FILES);
	const found = await Promise.all(files.sort(byPath).map(readEnvFile));
	return found.flat();
}

/** The file that a token was found in, by its path relative to the workspace; of several folders, the first part is one's name. */
export function envFileUri(path: string): vscode.Uri {
	const folders = vscode.workspace.workspaceFolders ?? [];
	const named = folders.length > 1 ? folders.find(({ name }) => path.startsWith(`${name}/`)) : undefined;
	const folder = named ?? folders[0];
	if (folder === undefined) {
		throw new Error('No folder is open any more.');
	}
	return vscode.Uri.joinPath(folder.uri, named ? path.slice(named.name.length + 1) : path);
}

/** What is not there, too large or not to be read holds no token that could be told of. */
async function readEnvFile(uri: vscode.Uri): Promise<readonly EnvFileToken[]> {
	try {
		const { size, type } = await vscode.workspace.fs.stat(uri);
		if (size > LARGEST || (type & vscode.FileType.File) === 0) {
			return [];
		}
		const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
		return parseEnvFile(vscode.workspace.asRelativePath(uri), text);
	} catch {
		return [];
	}
}

function byPath(one: vscode.Uri, other: vscode.Uri): number {
	return one.path < other.path ? -1 : 1;
}
