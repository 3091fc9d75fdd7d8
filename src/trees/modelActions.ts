import * as vscode from 'vscode';
import type { PinnedModels } from './pinnedModels';
import type { TreesDeps } from './treesDeps';

/** What can be done with one model, whichever way it was found. */
export interface ModelActions {
	/** Runs it on the selection. */
	readonly run: (id: string) => Promise<void>;
	readonly pin: (id: string) => Promise<void>;
	readonly unpin: (id: string) => Promise<void>;
	readonly openOnHub: (id: string) => Promise<void>;
	readonly copyId: (id: string) => Promise<void>;
}

export function modelActions({ settings }: Pick<TreesDeps, 'settings'>, pins: PinnedModels): ModelActions {
	return {
		run: async id => {
			await vscode.commands.executeCommand('hfWorkbench.runModel', id);
		},
		pin: id => pins.add(id),
		unpin: id => pins.remove(id),
		openOnHub: async id => {
			await vscode.env.openExternal(vscode.Uri.parse(`${settings.endpoints.hub}/${id}`, true));
		},
		copyId: async id => {
			await vscode.env.clipboard.writeText(id);
			vscode.window.setStatusBarMessage(`Copied ${id}`, 3000);
		},
	};
}
