import type * as vscode from 'vscode';
import type { Hub } from '../hub/hub';
import type { ModelSummary } from '../hub/model';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import { messageNode } from './messageNode';
import { modelNode, type UnknownModel } from './modelNode';
import type { PinnedModels } from './pinnedModels';
import { sectionItem } from './sectionItem';
import type { TreeNode } from './treeNode';

/** Requests at a time: a long list of pins must not use up the rate limit's patience. */
const AT_ONCE = 4;

export interface PinnedSectionOptions {
	readonly hub: Pick<Hub, 'model'>;
	readonly pins: PinnedModels;
	readonly redraw: (section: TreeNode) => void;
}

/** The models that the user keeps. Their ids stand there at once, also offline; the rest is filled in when it comes. */
export class PinnedSection extends Disposable implements TreeNode {
	readonly id = 'pinned';
	private readonly fills = this.register(new Latest());
	private details = new Map<string, ModelSummary | UnknownModel>();

	constructor(private readonly options: PinnedSectionOptions) {
		super();
	}

	item(): vscode.TreeItem {
		const count = this.options.pins.ids.length;
		const look = { id: this.id, label: 'Pinned', icon: 'pinned', open: count > 0 };
		return sectionItem(count === 0 ? look : { ...look, description: String(count) });
	}

	async children(): Promise<readonly TreeNode[]> {
		const { ids } = this.options.pins;
		const missing = ids.filter(id => !this.details.has(id));
		if (missing.length > 0 && !this.fills.busy && !this.isDisposed) {
			void this.fill(missing);
		}
		if (ids.length === 0) {
			return [
				messageNode({ id: `${this.id}/nothing`, text: 'Models that you pin stay here.', icon: 'info' }),
			];
		}
		return ids.map(id => modelNode(this.id, this.details.get(id) ?? { id }, true));
	}

	reset(): void {
		this.fills.abort();
		this.details = new Map();
	}

	/** Never rejects: what could not be loaded is said on its row. */
	private async fill(ids: readonly string[]): Promise<void> {
		const { details } = this;
		const waiting = [...ids];
		const done = await this.fills.run(async signal => {
			const worker = async () => {
				for (let id = waiting.shift(); id !== undefined && !signal.aborted; id = waiting.shift()) {
					details.set(id, await this.look(id, signal));
				}
			};
			await Promise.all(Array.from({ length: AT_ONCE }, worker));
		});
		if (done) {
			this.options.redraw(this);
		}
	}

	private async look(id: string, signal: AbortSignal): Promise<ModelSummary | UnknownModel> {
		try {
			return { ...(await this.options.hub.model(id, signal)), id };
		} catch (error) {
			return { id, problem: problemOf(error) };
		}
	}
}
