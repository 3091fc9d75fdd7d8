import type { LazyTree } from '../../src/trees/lazyTree';
import type { TreeNode } from '../../src/trees/treeNode';

/** A row as text, label and description in one, and the rows below it. */
export type Row = readonly [text: string, below?: readonly Row[]];

/** The tree as it looks with every row expanded. */
export async function treeRows(tree: LazyTree, parent?: TreeNode): Promise<Row[]> {
	const rows: Row[] = [];
	for (const node of await tree.getChildren(parent)) {
		const text = rowText(tree, node);
		rows.push(node.children ? [text, await treeRows(tree, node)] : [text]);
	}
	return rows;
}

export function rowText(tree: LazyTree, node: TreeNode): string {
	const { label, description } = tree.getTreeItem(node);
	return [label, description].filter(part => typeof part === 'string').join(' ');
}

/** The row with this text in it, below a parent or at the top. */
export async function findRow(tree: LazyTree, text: string, parent?: TreeNode): Promise<TreeNode> {
	const nodes = await tree.getChildren(parent);
	const found = nodes.find(node => rowText(tree, node).includes(text));
	if (!found) {
		throw new Error(`No row says “${text}”: ${nodes.map(node => rowText(tree, node)).join(' | ')}`);
	}
	return found;
}
