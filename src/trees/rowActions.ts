import * as vscode from 'vscode';
import type { IdList } from './idList';
import { KIND_WORDS, type ListKind } from './listKind';
import type { RowTarget } from './rowTarget';
import type { TreesDeps } from './treesDeps';

/** What can be done with one repo or collection, whichever way it was found. */
export interface RowActions {
	/** Runs a model on the selection. */
	readonly run: (target: RowTarget) => Promise<void>;
	/** Opens the page of a repo. */
	readonly show: (target: RowTarget) => Promise<void>;
	/** Downloads a repo, by asking what of it and where to. */
	readonly download: (target: RowTarget) => Promise<void>;
	readonly isPinned: (target: RowTarget) => boolean;
	readonly pin: (target: RowTarget) => Promise<void>;
	readonly unpin: (target: RowTarget) => Promise<void>;
	readonly openOnHub: (target: RowTarget) => Promise<void>;
	readonly copyId: (target: RowTarget) => Promise<void>;
}

export function rowActions(
	{ settings }: Pick<TreesDeps, 'settings'>,
	pins: Readonly<Record<ListKind, IdList>>,
): RowActions {
	return {
		run: async ({ id }) => {
			await vscode.commands.executeCommand('hfWorkbench.runModel', id);
		},
		show: async ({ kind, id }) => {
			await vscode.commands.executeCommand('hfWorkbench.showRepo', { type: kind, id });
		},
		download: async ({ kind, id }) => {
			await vscode.commands.executeCommand('hfWorkbench.download', { type: kind, id });
		},
		isPinned: ({ kind, id }) => pins[kind].has(id),
		pin: ({ kind, id }) => pins[kind].add(id),
		unpin: ({ kind, id }) => pins[kind].remove(id),
		openOnHub: async ({ kind, id }) => {
			const url = `${settings.endpoints.hub}/${KIND_WORDS[kind].path}${id}`;
			await vscode.env.openExternal(vscode.Uri.parse(url, true));
		},
		copyId: async ({ id }) => {
			await vscode.env.clipboard.writeText(id);
			vscode.window.setStatusBarMessage(`Copied ${id}`, 3000);
		},
	};
}
