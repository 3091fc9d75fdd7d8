import * as vscode from 'vscode';
import type { TreeNode } from './treeNode';

/** A row that says something: a hint, what is going on, or what went wrong. */
export interface Message {
	readonly id: string;
	readonly text: string;
	/** A codicon's name. */
	readonly icon: string;
	readonly description?: string;
	readonly tooltip?: string;
	readonly open?: () => unknown;
}

export function messageNode({ id, text, icon, description, tooltip, open }: Message): TreeNode {
	return {
		id,
		item: () => {
			const item = new vscode.TreeItem(text);
			item.iconPath = new vscode.ThemeIcon(icon);
			item.contextValue = 'hfWorkbench.message';
			item.tooltip = tooltip ?? text;
			if (description !== undefined) {
				item.description = description;
			}
			return item;
		},
		...(open === undefined ? {} : { open }),
	};
}
