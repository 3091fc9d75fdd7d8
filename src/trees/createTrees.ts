import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import { Disposable } from '../util/disposable';
import type { LazyTree } from './lazyTree';
import { modelCommands, type TreeCommandId } from './modelCommands';
import { ModelsTree } from './modelsTree';
import { registerOpenRow } from './openRow';
import { PinnedModels } from './pinnedModels';
import { tokensTree } from './tokensTree';
import type { TreesDeps } from './treesDeps';

/** The sidebar: its two trees, and what its commands do. */
export interface Trees extends vscode.Disposable {
	readonly tokens: LazyTree;
	readonly models: LazyTree;
	readonly commands: Readonly<Record<TreeCommandId, CommandHandler>>;
}

export function createTrees(deps: TreesDeps): Trees {
	return new Sidebar(deps);
}

class Sidebar extends Disposable implements Trees {
	readonly tokens: LazyTree;
	readonly models: LazyTree;
	readonly commands: Readonly<Record<TreeCommandId, CommandHandler>>;

	constructor(deps: TreesDeps) {
		super();
		const pins = new PinnedModels(deps.storage);
		const models = this.register(new ModelsTree(deps, pins));
		this.models = models.tree;
		this.tokens = this.register(tokensTree(deps.tokens));
		this.commands = modelCommands(deps, pins, models, this.tokens);
		this.register(registerOpenRow(deps.log));
		this.register(
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration('hfWorkbench.hub.endpoint')) {
					models.refresh();
				}
			}),
		);
	}
}
