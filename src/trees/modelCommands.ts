import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import { guarded } from '../ui/guarded';
import type { LazyTree } from './lazyTree';
import { modelActions } from './modelActions';
import { modelArgument } from './modelArgument';
import type { ModelsTree } from './modelsTree';
import type { PinnedModels } from './pinnedModels';
import { chooseModel, searchModels, type ModelSearcher } from './searchModels';
import type { TreesDeps } from './treesDeps';

export type TreeCommandId =
	| 'hfWorkbench.searchModels'
	| 'hfWorkbench.clearSearch'
	| 'hfWorkbench.openModel'
	| 'hfWorkbench.pinModel'
	| 'hfWorkbench.unpinModel'
	| 'hfWorkbench.copyModelId'
	| 'hfWorkbench.refresh';

/** What the commands of the sidebar do. They take a row of the models view or a repo id; without either, they ask. */
export function modelCommands(
	deps: TreesDeps,
	pins: PinnedModels,
	models: ModelsTree,
	tokens: LazyTree,
): Readonly<Record<TreeCommandId, CommandHandler>> {
	const actions = modelActions(deps, pins);
	const searcher: ModelSearcher = {
		hub: deps.hub,
		pins,
		actions,
		show: async search => {
			models.show(search);
			await vscode.commands.executeCommand('hfWorkbench.models.focus');
		},
	};
	const withModel = (title: string, act: (id: string) => Promise<void>): CommandHandler => {
		return async row => {
			const id = modelArgument(row) ?? (await chooseModel(searcher, title));
			return id === undefined ? undefined : act(id);
		};
	};
	return guarded<TreeCommandId>(deps.log, {
		'hfWorkbench.searchModels': text => searchModels(searcher, typeof text === 'string' ? text : ''),
		'hfWorkbench.clearSearch': () => models.show(undefined),
		'hfWorkbench.openModel': withModel('Open Model on the Hub', actions.openOnHub),
		'hfWorkbench.pinModel': withModel('Pin Model', actions.pin),
		'hfWorkbench.unpinModel': withModel('Unpin Model', actions.unpin),
		'hfWorkbench.copyModelId': withModel('Copy Model Id', actions.copyId),
		'hfWorkbench.refresh': () => {
			models.refresh();
			tokens.redraw();
		},
	});
}
