import * as vscode from 'vscode';
import { type Download, type DownloadTarget, downloadSize } from '../hub/transfers/download';
import { type HubFile, listRepoFiles, listRevisions, resolveCommit } from '../hub/transfers/hubFiles';
import type { RepoRef } from '../shared/repoType';
import { byteSize } from '../shared/byteSize';
import { findConflicts } from '../hub/transfers/findConflicts';
import { withoutIcons } from '../ui/withoutIcons';
import { chooseFiles } from './chooseFiles';
import { counted } from './counted';
import { pickItem } from './pickItem';
import { askRepoId } from './askRepoId';
import type { GivenLocation } from './locationArgument';
import { transferProgress } from './transferProgress';
import type { TransfersDeps } from './transfersDeps';

/** Asks which repo, revision and files, as far as that is not given, and where to; nothing when a question is left. */
export async function askDownload(
	deps: TransfersDeps,
	given: RepoRef | undefined,
	location?: GivenLocation,
): Promise<Download | undefined> {
	const repo =
		location?.repo ??
		given ??
		(await askRepoId('Download from the Hub', 'Qwen/Qwen3-8B or datasets/rajpurkar/squad'));
	const revision = location?.revision ?? (repo && (await askRevision(deps, repo)));
	if (!repo || revision === undefined) {
		return undefined;
	}
	const { commit, files } = await transferProgress(`Looking at the files of ${repo.id}`, async signal => {
		const found = await resolveCommit(deps.way, repo, revision, signal);
		return { commit: found, files: await listRepoFiles(deps.way, repo, { commit: found }, signal) };
	});
	const chosen = location ? filesAt(location.path, files) : await chooseFiles(repo, files);
	const target = chosen && (await askTarget(deps, repo, chosen));
	if (!chosen || !target) {
		return undefined;
	}
	const download = { repo, revision, commit, files: chosen, target };
	return (await mayReplace(download)) ? download : undefined;
}

/** A file, or all that is in a folder. */
function filesAt(path: string, files: readonly HubFile[]): readonly HubFile[] {
	return files.filter(file => file.path === path || file.path.startsWith(`${path}/`));
}

async function askRevision({ way }: TransfersDeps, repo: RepoRef): Promise<string | undefined> {
	const { branches, tags, pulls } = await transferProgress(`Looking at ${repo.id}`, signal =>
		listRevisions(way, repo, signal),
	);
	if (branches.length + tags.length + pulls.length <= 1) {
		return branches[0] ?? 'main';
	}
	const rows = [
		...[...branches].sort(mainFirst).map(revision => ({ revision, icon: 'git-branch' })),
		...tags.map(revision => ({ revision, icon: 'tag' })),
		...pulls.map(revision => ({ revision, icon: 'git-pull-request' })),
	];
	const picked = await pickItem({
		title: `Download ${repo.id}: Revision`,
		placeholder: 'The revision to download',
		items: rows.map(({ revision, icon }) => ({
			label: withoutIcons(revision),
			revision,
			iconPath: new vscode.ThemeIcon(icon),
		})),
	});
	return picked?.revision;
}

function mainFirst(a: string, b: string): number {
	return Number(b === 'main') - Number(a === 'main');
}

async function askTarget(
	{ cacheRoot }: TransfersDeps,
	repo: RepoRef,
	files: readonly HubFile[],
): Promise<DownloadTarget | undefined> {
	const root = cacheRoot();
	const items = [
		{
			label: 'Shared Cache',
			description: root,
			detail: 'Where transformers, datasets, llama.cpp and the other tools find it',
			iconPath: new vscode.ThemeIcon('database'),
			isCache: true,
		},
		{
			label: 'Folder…',
			detail: 'As plain files, in a folder that you choose',
			iconPath: new vscode.ThemeIcon('folder'),
			isCache: false,
		},
	];
	const picked = await pickItem({
		title: `Download ${repo.id}: ${counted(files)}, ${byteSize(downloadSize({ files }))}`,
		placeholder: 'Where to download it to',
		items,
	});
	if (!picked || picked.isCache) {
		return picked && { kind: 'cache', root };
	}
	const [folder] =
		(await vscode.window.showOpenDialog({
			title: 'The Folder to Download to',
			openLabel: 'Download Here',
			canSelectFiles: false,
			canSelectFolders: true,
		})) ?? [];
	return folder?.scheme === 'file' ? { kind: 'folder', path: folder.fsPath } : undefined;
}

/** What the user has in the folder under the same names is not replaced unasked. */
async function mayReplace(download: Download): Promise<boolean> {
	const conflicts = await findConflicts(download);
	if (conflicts.length === 0) {
		return true;
	}
	const answer = await vscode.window.showWarningMessage(
		`${conflicts.length === 1 ? 'A file' : `${conflicts.length} files`} in the folder would be replaced.`,
		{ modal: true, detail: conflicts.slice(0, 10).join('\n') },
		'Replace',
	);
	return answer === 'Replace';
}
