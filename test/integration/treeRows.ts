import type { LazyTree } from '../../src/trees/lazyTree';
import type { TreeNode } from '../../src/trees/treeNode';

/** A row as text, label and description in one, and the rows below it. */
export type Row = readonly [text: string, below?: readonly Row[]];

/** The tree as it looks with every row expanded and loaded, down to so many levels. */
export async function treeRows(tree: LazyTree, parent?: TreeNode, depth = Infinity): Promise<Row[]> {
	const rows: Row[] = [];
	for (const node of await loadedChildren(tree, parent)) {
		const text = rowText(tree, node);
		rows.push(node.children && depth > 1 ? [text, await treeRows(tree, node, depth - 1)] : [text]);
	}
	return rows;
}

/** The rows below a parent, or at the top, once none says that it is loading: on a busy machine that may take a while. */
export async function loadedChildren(tree: LazyTree, parent?: TreeNode): Promise<TreeNode[]> {
	for (;;) {
		const change = nextChange(tree);
		const nodes = await tree.getChildren(parent);
		if (!nodes.some(node => rowText(tree, node) === 'Loading…')) {
			return nodes;
		}
		await change;
	}
}

/** The rows as soon as they are what is expected: a tree says of itself when there is something new to see. */
export async function rowsWhen(
	tree: LazyTree,
	expected: (rows: readonly Row[]) => boolean,
	parent?: TreeNode,
	depth?: number,
): Promise<readonly Row[]> {
	for (;;) {
		const change = nextChange(tree);
		const rows = await treeRows(tree, parent, depth);
		if (expected(rows)) {
			return rows;
		}
		await change;
	}
}

/** Ends when the tree next asks to be drawn again. */
export async function nextChange(tree: LazyTree): Promise<TreeNode | undefined> {
	return new Promise(resolve => {
		const listener = tree.onDidChangeTreeData(node => {
			listener.dispose();
			resolve(node);
		});
	});
}

export function rowText(tree: LazyTree, node: TreeNode): string {
	const { label, description } = tree.getTreeItem(node);
	return [label, description].filter(part => typeof part === 'string').join(' ');
}

/** The row with this text in it, below a parent or at the top. */
export async function findRow(tree: LazyTree, text: string, parent?: TreeNode): Promise<TreeNode> {
	const nodes = await loadedChildren(tree, parent);
	const found = nodes.find(node => rowText(tree, node).includes(text));
	if (!found) {
		throw new Error(`No row says “${text}”: ${nodes.map(node => rowText(tree, node)).join(' | ')}`);
	}
	return found;
}
