import * as vscode from 'vscode';
import { listRevisions } from '../hub/transfers/hubFiles';
import type { UploadDeps } from '../hub/transfers/upload/uploadDeps';
import type { UploadSource } from '../hub/transfers/upload/uploadPlan';
import type { RepoRef } from '../shared/repoType';
import { pickItem } from './pickItem';
import { askRepoId } from './askRepoId';
import { locationArgument } from './locationArgument';
import { repoArgument } from './repoArgument';
import { transferProgress } from './transferProgress';
import { type Chosen, uploadSource } from './uploadSource';

/** What the questions before an upload stand on. */
export interface AskUploadDeps {
	readonly deps: UploadDeps;
	/** Makes a repo after asking what it is to be; nothing if the user leaves. */
	readonly newRepo: () => Promise<RepoRef | undefined>;
	/** Where the last upload of this workspace went to. */
	readonly lastRepo: RepoRef | undefined;
}

/**
 * Asks what is uploaded, to which repo and branch; nothing when a question is left. The command may be called for files
 * and folders of the explorer, for a repo's row, or for that of one of its folders.
 */
export async function askUpload(
	ask: AskUploadDeps,
	argument: unknown,
	others: unknown,
): Promise<UploadSource | undefined> {
	const given: readonly unknown[] = Array.isArray(others) ? [...(others as unknown[]), argument] : [argument];
	const uris = given.filter(one => one instanceof vscode.Uri);
	const chosen = uris.length > 0 ? uris : await askFiles();
	const what = chosen && uploadSource(await kindsOf(chosen));
	const place = locationArgument(argument);
	const repo = what && (place?.repo ?? repoArgument(argument) ?? (await askRepo(ask)));
	const branch = repo && (place?.revision ?? (await askBranch(ask.deps, repo)));
	return what && repo && branch !== undefined
		? { ...what, repo, branch, ...(place && { into: place.path }) }
		: undefined;
}

/** Without what is not on this machine's disk. */
async function kindsOf(uris: readonly vscode.Uri[]): Promise<readonly Chosen[]> {
	const unique = new Map(uris.filter(({ scheme }) => scheme === 'file').map(uri => [uri.fsPath, uri]));
	return Promise.all(
		[...unique].map(async ([path, uri]) => {
			const { type } = await vscode.workspace.fs.stat(uri);
			return { path, isFolder: (type & vscode.FileType.Directory) !== 0 };
		}),
	);
}

async function askFiles(): Promise<readonly vscode.Uri[] | undefined> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	const picked = await pickItem({
		title: 'Upload to the Hub',
		placeholder: 'What to upload; you see what would change before anything is sent',
		items: [
			...folders.map(({ name, uri }) => ({
				label: name,
				description: uri.fsPath,
				iconPath: vscode.ThemeIcon.Folder,
				uris: [uri],
				dialog: undefined,
			})),
			{
				label: 'Another Folder…',
				iconPath: new vscode.ThemeIcon('folder-opened'),
				uris: undefined,
				dialog: { canSelectFiles: false, canSelectFolders: true },
			},
			{
				label: 'Files…',
				iconPath: new vscode.ThemeIcon('files'),
				uris: undefined,
				dialog: { canSelectMany: true },
			},
		],
	});
	return picked?.dialog
		? vscode.window.showOpenDialog({
				...picked.dialog,
				...(folders[0] && { defaultUri: folders[0].uri }),
				title: 'What to Upload',
				openLabel: 'Upload',
			})
		: picked?.uris;
}

async function askRepo({ newRepo, lastRepo }: AskUploadDeps): Promise<RepoRef | undefined> {
	const picked = await pickItem({
		title: 'Upload to the Hub',
		placeholder: 'Where to upload it to',
		items: [
			...(lastRepo
				? [
						{
							label: lastRepo.id,
							description: 'as the last time',
							iconPath: new vscode.ThemeIcon('history'),
							choose: () => Promise.resolve<RepoRef | undefined>(lastRepo),
						},
					]
				: []),
			{
				label: 'New Repo…',
				description: 'a model, dataset or Space that is created now',
				iconPath: new vscode.ThemeIcon('add'),
				choose: newRepo,
			},
			{
				label: 'Existing Repo…',
				description: 'by its id',
				iconPath: new vscode.ThemeIcon('repo'),
				choose: () => askRepoId('Upload to the Hub', 'your-name/your-model'),
			},
		],
	});
	return picked?.choose();
}

async function askBranch(deps: UploadDeps, repo: RepoRef): Promise<string | undefined> {
	const { branches } = await transferProgress(`Looking at ${repo.id}`, signal =>
		listRevisions(deps, repo, signal),
	);
	if (branches.length <= 1) {
		return branches[0] ?? 'main';
	}
	const items = branches.map(label => ({ label, iconPath: new vscode.ThemeIcon('git-branch') }));
	return (await pickItem({ title: `Upload to ${repo.id}`, placeholder: 'The branch', items }))?.label;
}
