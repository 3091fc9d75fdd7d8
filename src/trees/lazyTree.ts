import * as vscode from 'vscode';
import { Disposable, type Owned } from '../util/disposable';
import type { Event } from '../util/emitter';
import { problemOf } from '../util/problemOf';
import { messageNode } from './messageNode';
import { OPEN_ROW } from './openRow';
import { problemNode } from './problemNode';
import type { TreeNode } from './treeNode';

/** Milliseconds that rows are waited for before a row says that they are loading. */
const PATIENCE = 500;

/**
 * A tree whose rows are made when the view asks for them, and not before. What fails is a row, with its remedy on a
 * click; what takes long is a row too, because the editor shows what it asked for together only once all of it is there.
 */
export class LazyTree extends Disposable implements vscode.TreeDataProvider<TreeNode> {
	private readonly didChange = this.register(new vscode.EventEmitter<TreeNode | undefined>());
	readonly onDidChangeTreeData = this.didChange.event;

	private readonly parents = new WeakMap<TreeNode, TreeNode>();
	private readonly changed = new Set<TreeNode | undefined>();
	/** What is not waited for any more, and what of it has come since: the next who asks is given that, and nothing is loaded again. */
	private readonly slow = new Map<TreeNode | undefined, Promise<readonly TreeNode[]>>();
	private readonly late = new Map<TreeNode | undefined, Promise<readonly TreeNode[]>>();
	private loads = 0;
	private telling = false;

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

	/** Ties something to the tree's life. */
	owning(owned: Owned): this {
		this.register(owned);
		return this;
	}

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		this.loads++;
		try {
			const children = await this.load(node);
			if (node) {
				for (const child of children) {
					this.parents.set(child, node);
				}
			}
			return [...children];
		} finally {
			this.loads--;
			void this.tell();
		}
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

	resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
		if (node.tooltip) {
			item.tooltip = node.tooltip();
		}
		return item;
	}

	/** Draws a row and what is below it again, or everything. What is loaded already is not loaded again. */
	redraw(node?: TreeNode): void {
		if (node) {
			this.late.delete(node);
		} else {
			this.late.clear();
		}
		this.changed.add(node);
		void this.tell();
	}

	/**
	 * The editor forgets a change that it hears of while it waits for rows, or before it has taken them in. So it hears of
	 * it when nothing is being loaded and an answer has come back from where the rows went.
	 */
	private async tell(): Promise<void> {
		if (this.changed.size === 0 || this.loads > 0 || this.telling) {
			return;
		}
		this.telling = true;
		await roundTrip();
		this.telling = false;
		if (this.loads > 0 || this.isDisposed) {
			return;
		}
		const changed = this.changed.has(undefined) ? [undefined] : [...this.changed];
		this.changed.clear();
		for (const node of changed) {
			this.didChange.fire(node);
		}
	}

	private async load(node: TreeNode | undefined): Promise<readonly TreeNode[]> {
		const id = node?.id ?? 'root';
		const loading = this.late.get(node) ?? (node ? (node.children?.() ?? Promise.resolve([])) : this.roots());
		this.slow.delete(node);
		this.late.delete(node);
		try {
			const children = await inTime(loading);
			if (children) {
				return children;
			}
		} catch (error) {
			const retry = () => {
				node?.reset?.();
				this.redraw(node);
			};
			return [problemNode(id, problemOf(error), retry)];
		}
		this.slow.set(node, loading);
		const arrived = () => {
			// Where it has been asked for again meanwhile, this is out of date.
			if (this.slow.get(node) === loading) {
				this.slow.delete(node);
				this.redraw(node);
				this.late.set(node, loading);
			}
		};
		void loading.then(arrived, arrived);
		return [messageNode({ id: `${id}/loading`, text: 'Loading…', icon: 'loading~spin' })];
	}
}

/** Ends when the editor's window has done what it was told before. The command does nothing; a refusal is an answer too. */
async function roundTrip(): Promise<void> {
	await vscode.commands.executeCommand('noop').then(undefined, () => undefined);
}

/** What has been loaded within the time that is waited for it. */
async function inTime<T>(loading: Promise<T>): Promise<T | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<undefined>(resolve => {
		timer = setTimeout(() => resolve(undefined), PATIENCE);
	});
	try {
		return await Promise.race([loading, late]);
	} finally {
		clearTimeout(timer);
	}
}
