import path from 'node:path';
import * as vscode from 'vscode';
import { listRevisions } from '../hub/transfers/hubFiles';
import type { UploadDeps } from '../hub/transfers/upload/uploadDeps';
import type { UploadSource } from '../hub/transfers/upload/uploadPlan';
import type { RepoRef } from '../shared/repoType';
import { withoutIcons } from '../ui/withoutIcons';
import { pickItem } from './pickItem';
import { askRepoId } from './askRepoId';
import { folderArgument } from './folderArgument';
import { placeWords } from './placeWords';
import { repoArgument } from './repoArgument';
import { transferProgress } from './transferProgress';
import type { UploadPlace } from './uploadPlace';
import type { UploadPlaces } from './uploadPlaces';
import { type Chosen, uploadSource } from './uploadSource';

/** What the questions before an upload stand on. */
export interface AskUploadDeps {
	readonly deps: UploadDeps;
	/** Makes a repo after asking what it is to be; nothing if the user leaves. */
	readonly newRepo: () => Promise<RepoRef | undefined>;
	/** Where the uploads of this workspace went to. */
	readonly places: UploadPlaces;
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
	const row = folderArgument(argument);
	const given: readonly unknown[] = Array.isArray(others) ? [...(others as unknown[]), argument] : [argument];
	const uris = given.filter(one => one instanceof vscode.Uri);
	const chosen = uris.length > 0 ? uris : await askFiles();
	const what = chosen && uploadSource(await kindsOf(chosen));
	const place = what && (row ?? (await askPlace(ask, what.folder, repoArgument(argument))));
	return place && { ...what, ...place };
}

/** Without what is not on this machine's disk. */
async function kindsOf(uris: readonly vscode.Uri[]): Promise<readonly Chosen[]> {
	const unique = new Map(
		uris.filter(({ scheme }) => scheme === 'file').map(uri => [path.resolve(uri.fsPath), uri]),
	);
	return Promise.all(
		[...unique].map(async ([chosen, uri]) => {
			const { type } = await vscode.workspace.fs.stat(uri);
			return { path: chosen, isFolder: (type & vscode.FileType.Directory) !== 0 };
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

/** A place whose branch may have to be asked for. */
type AskedPlace = Omit<UploadPlace, 'branch'> & Partial<Pick<UploadPlace, 'branch'>>;

async function askPlace(
	ask: AskUploadDeps,
	folder: string,
	given: RepoRef | undefined,
): Promise<UploadPlace | undefined> {
	const place: AskedPlace | undefined = given ? { repo: given } : await askRepo(ask, folder);
	if (!place) {
		return undefined;
	}
	const branch = place.branch ?? (await askBranch(ask.deps, place.repo));
	return branch === undefined ? undefined : { ...place, branch };
}

/** Where the folder went the last time comes first, branch and all, and then the repo that another one went to. */
async function askRepo({ newRepo, places }: AskUploadDeps, folder: string): Promise<AskedPlace | undefined> {
	const same = places.of(folder);
	const last = places.last?.repo;
	const other = last?.id === same?.repo.id && last?.type === same?.repo.type ? undefined : last;
	const history = new vscode.ThemeIcon('history');
	const repoItem = (item: vscode.QuickPickItem, choose: () => Promise<RepoRef | undefined>) => ({
		...item,
		choose: async () => {
			const repo = await choose();
			return repo && { repo };
		},
	});
	const picked = await pickItem<
		vscode.QuickPickItem & {
			readonly choose: () => Promise<AskedPlace | undefined>;
		}
	>({
		title: 'Upload to the Hub',
		placeholder: 'Where to upload it to',
		items: [
			...(same
				? [
						{
							label: withoutIcons(placeWords(same)),
							description: withoutIcons(`${same.branch}, as the last time`),
							iconPath: history,
							choose: () => Promise.resolve(same),
						},
					]
				: []),
			...(other
				? [
						repoItem({ label: other.id, description: 'the repo of the last upload', iconPath: history }, () =>
							Promise.resolve(other),
						),
					]
				: []),
			repoItem(
				{
					label: 'New Repo…',
					description: 'a model, dataset or Space that is created now',
					iconPath: new vscode.ThemeIcon('add'),
				},
				newRepo,
			),
			repoItem(
				{ label: 'Existing Repo…', description: 'by its id', iconPath: new vscode.ThemeIcon('repo') },
				() => askRepoId('Upload to the Hub', 'your-name/your-model'),
			),
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
	const items = branches.map(branch => ({
		label: withoutIcons(branch),
		branch,
		iconPath: new vscode.ThemeIcon('git-branch'),
	}));
	return (await pickItem({ title: `Upload to ${repo.id}`, placeholder: 'The branch', items }))?.branch;
}
