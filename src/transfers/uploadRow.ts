import path from 'node:path';
import * as vscode from 'vscode';
import { repoFilePath } from '../hub/transfers/upload/repoFilePath';
import type { UploadFile, UploadPlan } from '../hub/transfers/upload/uploadPlan';
import { byteSize } from '../shared/byteSize';
import { hubUri } from '../ui/hubUri';
import type { UploadGroupId, UploadGroups } from './groupUpload';
import { UploadDecorations } from './uploadDecorations';

/** A row of the preview. Commands know it by `uploadPath`. */
export interface UploadRow extends vscode.SourceControlResourceState {
	readonly uploadPath: string;
}

interface Look {
	/** What is said of it when the pointer rests on it. */
	readonly words: string;
	readonly decorations?: Pick<vscode.SourceControlResourceDecorations, 'faded' | 'strikeThrough'>;
	/** What a click shows: the file, beside the Hub's where both can be read, or the Hub's where that is all. */
	readonly shows?: 'both' | 'onHub';
}

const faded = { decorations: { faded: true } } as const;
const sized = (file: UploadFile): Look => ({
	words: byteSize(file.size),
	...(file.change === 'changed' && file.mode === 'regular' && { shows: 'both' }),
});

const LOOKS: { readonly [G in UploadGroupId]: (item: UploadGroups[G][number]) => Look } = {
	secrets: ({ secret = 'a secret' }) => ({ words: `It seems to hold ${secret}` }),
	added: sized,
	changed: sized,
	leftOut: file => ({ ...sized(file), words: `${byteSize(file.size)}, not uploaded this time`, ...faded }),
	overruled: () => ({ words: 'Ignored by .gitignore or .hfignore, but taken because it was chosen' }),
	deleted: () => ({
		words: 'Deleted from the repo',
		decorations: { strikeThrough: true },
		shows: 'onHub',
	}),
	onlyOnHub: () => ({ words: 'Stays in the repo', shows: 'onHub', ...faded }),
	tooLarge: ({ size }) => ({ words: `${byteSize(size)}, more than the Hub takes` }),
	unreadable: () => ({ words: 'It is there, but cannot be read' }),
	ignored: () => ({ words: 'Ignored by .gitignore or .hfignore', ...faded }),
	withheld: () => ({ words: 'Never uploaded', ...faded }),
};

/** A file's row in a group of the preview. */
export function uploadRow<G extends UploadGroupId>(
	plan: UploadPlan,
	group: G,
	item: UploadGroups[G][number],
): UploadRow {
	const file = typeof item === 'string' ? item : item.path;
	const { words, decorations, shows } = LOOKS[group](item);
	const uri = vscode.Uri.file(path.join(plan.folder, file));
	const hub = hubUri({ ...plan.repo, revision: plan.parent, path: repoFilePath(plan, file) });
	return {
		uploadPath: file,
		resourceUri: UploadDecorations.uri(uri, words),
		decorations: {
			...decorations,
			tooltip: words,
			...(file.endsWith('/') && { iconPath: vscode.ThemeIcon.Folder }),
		},
		command: rowCommand(file, shows, hub, uri),
	};
}

function rowCommand(file: string, shows: Look['shows'], hub: vscode.Uri, uri: vscode.Uri): vscode.Command {
	if (shows === 'both') {
		const title = `${file} (Hub ↔ This Machine)`;
		return { command: 'vscode.diff', title: 'Compare', arguments: [hub, uri, title] };
	}
	// A folder is nothing that an editor could open.
	return file.endsWith('/')
		? { command: 'revealInExplorer', title: 'Reveal in Explorer View', arguments: [uri] }
		: { command: 'vscode.open', title: 'Open', arguments: [shows === 'onHub' ? hub : uri] };
}
