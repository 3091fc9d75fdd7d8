import * as vscode from 'vscode';

/** How the head of a section looks. */
export interface SectionLook {
	readonly id: string;
	readonly label: string;
	/** A codicon's name. */
	readonly icon: string;
	readonly description?: string;
	/** Whether it shows its rows from the start. */
	readonly open: boolean;
	readonly contextValue?: string;
}

export function sectionItem({ label, icon, description, open, contextValue }: SectionLook): vscode.TreeItem {
	const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
	const item = new vscode.TreeItem(label, open ? Expanded : Collapsed);
	item.iconPath = new vscode.ThemeIcon(icon);
	item.contextValue = contextValue ?? 'hfWorkbench.section';
	if (description !== undefined) {
		item.description = description;
	}
	return item;
}
