import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import { listAllFiles } from '../hub/listAllFiles';
import { isRepoType, type RepoRef } from '../shared/repoType';
import { guarded } from '../ui/guarded';
import { hubLocation, hubUri, type HubLocation } from '../ui/hubUri';
import { withSignal } from '../ui/withSignal';
import { byteSize } from '../shared/byteSize';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';
import type { FilesDeps } from './filesDeps';
import { openHubFile } from './openHubFile';
import { pickRevision } from './pickRevision';
import { searchFiles } from './searchFiles';
import { workspaceRepo } from './workspaceRepo';

export type FileCommandId =
	| 'hfWorkbench.openFile'
	| 'hfWorkbench.openFileAt'
	| 'hfWorkbench.compareRevisions'
	| 'hfWorkbench.compareWithLocal'
	| 'hfWorkbench.searchFiles'
	| 'hfWorkbench.openThisRepo';

/** What can be done with the files of repos. Each takes a row of a view, a document's address, or asks. */
export function fileCommands(deps: FilesDeps): Readonly<Record<FileCommandId, CommandHandler>> {
	const { hub } = deps;
	return guarded<FileCommandId>(deps.log, {
		'hfWorkbench.openFile': async row => {
			const given = isRecord(row) ? locationOf(row) : undefined;
			if (given) {
				return openHubFile(given);
			}
			const repo = repoOf(row) ?? (await deps.chooseRepo('Open a File of a Repo on the Hub'));
			const location = repo && (await pickFile(deps, { ...repo, revision: 'main' }));
			return location && openHubFile(location);
		},
		'hfWorkbench.openFileAt': async row => {
			const location = locationOf(row);
			const revision = location && (await pickRevision(hub, location, `Open ${location.path} at…`));
			return revision === undefined
				? undefined
				: openHubFile({ ...location, ...(revision && { revision }) } as HubLocation);
		},
		'hfWorkbench.compareRevisions': async row => {
			const location = locationOf(row);
			if (!location) {
				return;
			}
			const { path, revision } = location;
			const other = await pickRevision(hub, location, `Compare ${path} with…`, revision);
			if (other !== undefined) {
				const older = { ...location, revision: other };
				await diff(hubUri(older), hubUri(location), `${path} (${short(other)} ↔ ${short(revision)})`);
			}
		},
		'hfWorkbench.compareWithLocal': async row => {
			const location = locationOf(row);
			if (!location) {
				return;
			}
			const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
			const [local] =
				(await vscode.window.showOpenDialog({
					title: `Compare ${location.path} with…`,
					openLabel: 'Compare',
					...(folder && { defaultUri: folder }),
				})) ?? [];
			if (local) {
				const name = local.path.slice(local.path.lastIndexOf('/') + 1);
				await diff(hubUri(location), local, `${location.path} (Hub) ↔ ${name}`);
			}
		},
		'hfWorkbench.searchFiles': async row => {
			const location = locationOf(row);
			const repo = location ?? repoOf(row) ?? (await deps.chooseRepo('Search in the Files of a Repo'));
			return (
				repo && searchFiles(hub, { type: repo.type, id: repo.id, revision: location?.revision ?? 'main' })
			);
		},
		'hfWorkbench.openThisRepo': () => openThisRepo(deps),
	});
}

async function pickFile(
	{ hub }: FilesDeps,
	at: RepoRef & { readonly revision: string },
): Promise<HubLocation | undefined> {
	const { files, isCut } = await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Window, title: `Listing the files of ${at.id}`, cancellable: true },
		(_, cancellation) => withSignal(cancellation, signal => listAllFiles(hub, at, signal)),
	);
	const picked = await vscode.window.showQuickPick(
		files.map(({ path, size }) => ({ label: path, description: byteSize(size), path })),
		{
			title: `Files of ${at.id}`,
			placeHolder: isCut ? 'File to open. The repo has more files than are listed here' : 'File to open',
		},
	);
	return picked && { type: at.type, id: at.id, revision: at.revision, path: picked.path };
}

async function openThisRepo({ settings }: FilesDeps): Promise<void> {
	const { hub } = settings.endpoints;
	const active = vscode.window.activeTextEditor?.document.uri;
	const shown = active && hubLocation(active);
	const folder =
		(active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
	const repo = shown ?? (folder && (await workspaceRepo(folder.uri, hub)));
	if (!repo) {
		void vscode.window.showInformationMessage(
			folder
				? `${folder.name} is not a clone of a repo on the Hub: none of its git remotes leads there.`
				: 'Open a folder that is a clone of a repo on the Hub first.',
		);
		return;
	}
	const path = repo.type === 'model' ? repo.id : `${repo.type}s/${repo.id}`;
	await vscode.env.openExternal(vscode.Uri.parse(`${hub}/${path}`, true));
}

async function diff(left: vscode.Uri, right: vscode.Uri, title: string): Promise<void> {
	await vscode.commands.executeCommand('vscode.diff', left, right, title);
}

/** A commit by its first digits, anything else as it is. */
function short(revision: string): string {
	return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;
}

/** The file that a command is called for: a row's, a document's by its address, or the one in front. */
function locationOf(argument: unknown): HubLocation | undefined {
	if (argument instanceof vscode.Uri) {
		return hubLocation(argument);
	}
	if (isRecord(argument) && isRecord(argument.location)) {
		return argument.location as unknown as HubLocation;
	}
	const active = vscode.window.activeTextEditor?.document.uri;
	return argument === undefined && active ? hubLocation(active) : undefined;
}

function repoOf(row: unknown): RepoRef | undefined {
	const repo = isRecord(row) && isRecord(row.repo) ? row.repo : isRecord(row) ? row : {};
	return isRepoType(repo.type) && typeof repo.id === 'string' && isRepoId(repo.id)
		? { type: repo.type, id: repo.id }
		: undefined;
}
