import * as vscode from 'vscode';
import type { Tokens } from '../tokens/tokens';
import { cardMarkdown } from '../ui/card';
import { LazyTree } from './lazyTree';
import { tokenRows, type TokenRow } from './tokenRow';
import type { TreeNode } from './treeNode';

/** A token in the tree. Commands know one of the vault by `tokenId`. */
export interface TokenNode extends TreeNode {
	readonly tokenId?: string;
}

/** The tokens of this machine, and which of them is used here. It asks nobody but the machine. */
export function tokensTree(tokens: Tokens): LazyTree {
	return new LazyTree(
		async () => tokenRows(tokens.records, await tokens.resolve()).map(tokenNode),
		tokens.onDidChange,
	);
}

function tokenNode({ id, tokenId, label, description, icon, contextValue, card }: TokenRow): TokenNode {
	return {
		id,
		...(tokenId === undefined ? {} : { tokenId }),
		item: () => {
			const item = new vscode.TreeItem(label);
			item.description = description;
			item.iconPath = new vscode.ThemeIcon(icon);
			item.contextValue = contextValue;
			item.tooltip = cardMarkdown(card);
			item.accessibilityInformation = { label: `${label}, ${description.replaceAll(' · ', ', ')}` };
			return item;
		},
	};
}
