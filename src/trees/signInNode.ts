import * as vscode from 'vscode';
import { messageNode } from './messageNode';
import type { TreeNode } from './treeNode';

/** Stands where one's own things would be. A click adds or chooses a token; `purpose` is what that is good for here. */
export function signInNode(parentId: string, hasTokens: boolean, purpose: string): TreeNode {
	return messageNode({
		id: `${parentId}/signIn`,
		text: `${hasTokens ? 'Choose' : 'Add'} a token to ${purpose}`,
		icon: 'key',
		open: () =>
			vscode.commands.executeCommand(hasTokens ? 'hfWorkbench.switchToken' : 'hfWorkbench.addToken'),
	});
}
