import * as vscode from 'vscode';
import type { RepoRef } from '../shared/repoType';
import { remoteUrls, repoOfRemote } from './remoteRepo';

/** The repo of the Hub that a folder is a clone of, by its git remotes. The git extension is not needed for this. */
export async function workspaceRepo(folder: vscode.Uri, hubUrl: string): Promise<RepoRef | undefined> {
	const config = await gitConfig(folder);
	return remoteUrls(config ?? '')
		.map(url => repoOfRemote(url, hubUrl))
		.find(repo => repo !== undefined);
}

/** The nearest `.git/config`, from the folder upwards; in a worktree `.git` is a file that says where it is. */
async function gitConfig(folder: vscode.Uri): Promise<string | undefined> {
	for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
		const git = vscode.Uri.joinPath(at, '.git');
		const direct = await text(vscode.Uri.joinPath(git, 'config'));
		if (direct !== undefined) {
			return direct;
		}
		const gitDir = /^gitdir:\s*(.+?)\s*$/m.exec((await text(git)) ?? '')?.[1];
		if (gitDir !== undefined) {
			const real = /^(?:\/|[A-Za-z]:)/.test(gitDir)
				? at.with({ path: gitDir })
				: vscode.Uri.joinPath(at, gitDir);
			const common = (await text(vscode.Uri.joinPath(real, 'commondir')))?.trim() ?? '.';
			return text(vscode.Uri.joinPath(real, common, 'config'));
		}
		if (vscode.Uri.joinPath(at, '..').path === at.path) {
			return undefined;
		}
	}
}

async function text(uri: vscode.Uri): Promise<string | undefined> {
	try {
		return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
	} catch {
		return undefined;
	}
}
