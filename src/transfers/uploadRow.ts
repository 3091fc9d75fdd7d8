import path from 'node:path';
import * as vscode from 'vscode';
import { repoFilePath } from '../hub/transfers/upload/repoFilePath';
import type { UploadFile, UploadPlan } from '../hub/transfers/upload/uploadPlan';
import { byteSize } from '../shared/byteSize';
import { hubUri } from '../ui/hubUri';
import type { UploadGroupId, UploadGroups } from './groupUpload';

/** A row of the preview. Commands know it by `uploadPath`. */
export interface UploadRow extends vscode.SourceControlResourceState {
	readonly uploadPath: string;
}

interface Look {
	readonly decorations: vscode.SourceControlResourceDecorations;
	/** What a click shows: the file, beside the Hub's where both can be read, or the Hub's where that is all. */
	readonly shows?: 'both' | 'onHub';
}

const sized = (file: UploadFile): Look => ({
	decorations: { tooltip: byteSize(file.size) },
	...(file.change === 'changed' && file.mode === 'regular' && { shows: 'both' }),
});

const LOOKS: { readonly [G in UploadGroupId]: (item: UploadGroups[G][number]) => Look } = {
	secrets: ({ secret }) => ({ decorations: { tooltip: `It seems to hold ${secret}.` } }),
	added: sized,
	changed: sized,
	leftOut: file => ({ ...sized(file), decorations: { tooltip: 'Not uploaded this time', faded: true } }),
	overruled: () => ({
		decorations: { tooltip: 'Ignored by .gitignore or .hfignore, and uploaded because it was chosen' },
	}),
	deleted: () => ({
		decorations: { tooltip: 'Deleted from the repo', strikeThrough: true },
		shows: 'onHub',
	}),
	onlyOnHub: () => ({ decorations: { tooltip: 'Stays in the repo', faded: true }, shows: 'onHub' }),
	tooLarge: ({ size }) => ({ decorations: { tooltip: byteSize(size) } }),
	unreadable: () => ({ decorations: { tooltip: 'It is there, but cannot be read' } }),
	ignored: () => ({ decorations: { tooltip: 'Ignored by .gitignore or .hfignore', faded: true } }),
	withheld: () => ({ decorations: { tooltip: 'Never uploaded', faded: true } }),
};

/** A file's row in a group of the preview. */
export function uploadRow<G extends UploadGroupId>(
	plan: UploadPlan,
	group: G,
	item: UploadGroups[G][number],
): UploadRow {
	const file = typeof item === 'string' ? item : item.path;
	const { decorations, shows } = LOOKS[group](item);
	const resourceUri = vscode.Uri.file(path.join(plan.folder, file));
	const hub = hubUri({ ...plan.repo, revision: plan.parent, path: repoFilePath(plan, file) });
	return {
		uploadPath: file,
		resourceUri,
		decorations,
		command: rowCommand(file, shows, hub, resourceUri),
	};
}

function rowCommand(
	file: string,
	shows: Look['shows'],
	hub: vscode.Uri,
	resourceUri: vscode.Uri,
): vscode.Command {
	if (shows === 'both') {
		const title = `${file} (Hub ↔ This Machine)`;
		return { command: 'vscode.diff', title: 'Compare', arguments: [hub, resourceUri, title] };
	}
	// A folder is nothing that an editor could open.
	return file.endsWith('/')
		? { command: 'revealInExplorer', title: 'Reveal in Explorer View', arguments: [resourceUri] }
		: { command: 'vscode.open', title: 'Open', arguments: [shows === 'onHub' ? hub : resourceUri] };
}
