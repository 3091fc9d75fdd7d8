import * as vscode from 'vscode';
import type { PagedList } from './pagedList';
import type { TreeNode } from './treeNode';

/**
 * The row below a list that has more. It says by itself that more is on its way: the editor can draw it again alone, where
 * the list may be thousands of rows.
 */
export function moreNode(
	parentId: string,
	list: Pick<PagedList<unknown>, 'isLoading' | 'more'>,
	tooltip?: () => string,
): TreeNode {
	return {
		id: `${parentId}/more`,
		item: () => {
			const item = new vscode.TreeItem(list.isLoading ? 'Loading…' : 'Load More');
			item.iconPath = new vscode.ThemeIcon(list.isLoading ? 'loading~spin' : 'fold-down');
			item.contextValue = 'hfWorkbench.message';
			item.tooltip = tooltip?.();
			return item;
		},
		open: () => list.more(),
	};
}
