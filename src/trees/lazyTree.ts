import * as vscode from 'vscode';
import { Disposable } from '../util/disposable';
import type { Event } from '../util/emitter';
import { problemOf } from '../util/problemOf';
import { OPEN_ROW } from './openRow';
import { problemNode } from './problemNode';
import type { TreeNode } from './treeNode';

/** A tree whose rows are made when the view asks for them, and not before. What fails is a row, with its remedy on a click. */
export class LazyTree extends Disposable implements vscode.TreeDataProvider<TreeNode> {
	private readonly didChange = this.register(new vscode.EventEmitter<TreeNode | undefined>());
	readonly onDidChangeTreeData = this.didChange.event;

	private readonly parents = new WeakMap<TreeNode, TreeNode>();

	/** `changes`, if there are any, draw the whole tree again. */
	constructor(
		private readonly roots: () => Promise<readonly TreeNode[]>,
		changes?: Event<void>,
	) {
		super();
		if (changes) {
			this.register(changes(() => this.redraw()));
		}
	}

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		const children = await this.load(node);
		if (node) {
			for (const child of children) {
				this.parents.set(child, node);
			}
		}
		return [...children];
	}

	getTreeItem(node: TreeNode): vscode.TreeItem {
		const item = node.item();
		item.id = node.id;
		if (node.open) {
			item.command = { command: OPEN_ROW, title: 'Open', arguments: [node] };
		}
		return item;
	}

	getParent(node: TreeNode): TreeNode | undefined {
		return this.parents.get(node);
	}

	resolveTreeItem(item: vscode.TreeItem): vscode.TreeItem {
		return item;
	}

	/** Draws a row and what is below it again, or everything. What is loaded already is not loaded again. */
	redraw(node?: TreeNode): void {
		if (!this.isDisposed) {
			this.didChange.fire(node);
		}
	}

	private async load(node: TreeNode | undefined): Promise<readonly TreeNode[]> {
		try {
			return node ? ((await node.children?.()) ?? []) : await this.roots();
		} catch (error) {
			const retry = () => {
				node?.reset?.();
				this.redraw(node);
			};
			return [problemNode(node?.id ?? 'root', problemOf(error), retry)];
		}
	}
}
