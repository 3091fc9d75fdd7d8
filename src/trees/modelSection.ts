import type * as vscode from 'vscode';
import type { Hub, ModelPage } from '../hub/hub';
import type { ModelQuery, ModelSummary } from '../hub/model';
import { Disposable } from '../util/disposable';
import { messageNode } from './messageNode';
import { modelNode } from './modelNode';
import { PagedList, type Page } from './pagedList';
import { problemNode } from './problemNode';
import { sectionItem, type SectionLook } from './sectionItem';
import type { TreeNode } from './treeNode';

export interface ModelSectionOptions {
	readonly look: SectionLook;
	readonly query: ModelQuery;
	/** What stands there when the list is empty. */
	readonly nothing: string;
	readonly hub: Hub;
	readonly isPinned: (id: string) => boolean;
	readonly redraw: (section: TreeNode) => void;
}

/** A list of models of the Hub, loaded when it is expanded and page by page after that. */
export class ModelSection extends Disposable implements TreeNode {
	private readonly list: PagedList<ModelSummary>;

	constructor(private readonly options: ModelSectionOptions) {
		super();
		const { hub, query, redraw } = options;
		this.list = this.register(
			new PagedList({
				first: async signal => page(await hub.models(query, signal)),
				key: ({ id }) => id,
				changed: () => redraw(this),
			}),
		);
	}

	get id(): string {
		return this.options.look.id;
	}

	item(): vscode.TreeItem {
		return sectionItem(this.options.look);
	}

	async children(): Promise<readonly TreeNode[]> {
		await this.list.load();
		const { isPinned } = this.options;
		const rows = this.list.items.map(model => modelNode(this.id, model, isPinned(model.id)));
		return [...rows, ...this.tail(rows.length === 0)];
	}

	reset(): void {
		this.list.reset();
	}

	/** What stands below the models: more of them, how they are coming, or why they are not. */
	private tail(isEmpty: boolean): readonly TreeNode[] {
		const { list, id } = this;
		if (list.problem) {
			return [problemNode(id, list.problem, () => list.retry())];
		}
		if (list.isLoading) {
			return [messageNode({ id: `${id}/more`, text: 'Loading…', icon: 'loading~spin' })];
		}
		if (list.hasMore) {
			return [
				messageNode({
					id: `${id}/more`,
					text: 'Load More',
					icon: 'fold-down',
					tooltip: 'Load the next 50 models',
					open: () => list.more(),
				}),
			];
		}
		return isEmpty ? [messageNode({ id: `${id}/nothing`, text: this.options.nothing, icon: 'info' })] : [];
	}
}

function page({ models, next }: ModelPage): Page<ModelSummary> {
	return { items: models, ...(next && { next: async signal => page(await next(signal)) }) };
}
