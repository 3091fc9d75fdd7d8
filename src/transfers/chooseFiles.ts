import * as vscode from 'vscode';
import { downloadSize } from '../hub/transfers/download';
import { filterFiles, readPatterns } from '../hub/transfers/filterFiles';
import type { HubFile } from '../hub/transfers/hubFiles';
import type { RepoRef } from '../shared/repoType';
import { byteSize } from '../shared/byteSize';
import { STAYS_OPEN } from '../ui/staysOpen';
import { withoutIcons } from '../ui/withoutIcons';
import { pickItem } from './pickItem';

/** Asks which files of a repo are wanted, and says how large that is before anything is downloaded. */
export async function chooseFiles(
	repo: RepoRef,
	files: readonly HubFile[],
): Promise<readonly HubFile[] | undefined> {
	const picked = await pickItem({
		title: `Download ${repo.id}: Files`,
		placeholder: 'What to download',
		items: [
			{
				label: 'Everything',
				description: describe(files),
				iconPath: new vscode.ThemeIcon('cloud-download'),
				how: 'all' as const,
			},
			{
				label: 'Some Files or a Folder…',
				detail: 'Tick them in a list',
				iconPath: new vscode.ThemeIcon('checklist'),
				how: 'pick' as const,
			},
			{
				label: 'By Patterns…',
				detail: 'Such as *.safetensors, *.json, !onnx/',
				iconPath: new vscode.ThemeIcon('filter'),
				how: 'patterns' as const,
			},
		],
	});
	switch (picked?.how) {
		case 'all':
			return files;
		case 'pick':
			return pickFiles(repo, files);
		case 'patterns':
			return askPatterns(repo, files);
		case undefined:
			return undefined;
	}
}

function describe(files: readonly HubFile[]): string {
	return `${files.length === 1 ? '1 file' : `${files.length} files`}, ${byteSize(downloadSize({ files }))}`;
}

/** Folders come first; a folder stands for all that is in it. */
async function pickFiles(repo: RepoRef, files: readonly HubFile[]): Promise<readonly HubFile[] | undefined> {
	const folders = [...new Set(files.flatMap(({ path }) => parents(path)))].sort();
	const inside = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`));
	const items = [
		...folders.map(folder => ({
			label: withoutIcons(`${folder}/`),
			description: describe(inside(folder)),
			iconPath: vscode.ThemeIcon.Folder,
			files: inside(folder),
		})),
		...files.map(file => ({
			label: withoutIcons(file.path),
			description: byteSize(file.size),
			iconPath: vscode.ThemeIcon.File,
			files: [file],
		})),
	];
	const picked = await vscode.window.showQuickPick(items, {
		title: `Download ${repo.id}: Files`,
		placeHolder: 'Tick the files and folders to download',
		canPickMany: true,
		ignoreFocusOut: STAYS_OPEN.holdsInput,
	});
	const chosen = new Set(picked?.flatMap(item => item.files));
	return chosen.size === 0 ? undefined : files.filter(file => chosen.has(file));
}

function parents(path: string): readonly string[] {
	const parts = path.split('/').slice(0, -1);
	return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

async function askPatterns(
	repo: RepoRef,
	files: readonly HubFile[],
): Promise<readonly HubFile[] | undefined> {
	const text = await vscode.window.showInputBox({
		title: `Download ${repo.id}: Patterns`,
		prompt: 'What is to be downloaded, and with ! before it what is not',
		placeHolder: '*.safetensors, *.json, !onnx/',
		ignoreFocusOut: STAYS_OPEN.holdsInput,
		validateInput: value => {
			const chosen = filterFiles(files, readPatterns(value));
			return {
				message: chosen.length === 0 ? 'No file matches.' : describe(chosen),
				severity:
					chosen.length === 0
						? vscode.InputBoxValidationSeverity.Error
						: vscode.InputBoxValidationSeverity.Info,
			};
		},
	});
	return text === undefined ? undefined : filterFiles(files, readPatterns(text));
}
