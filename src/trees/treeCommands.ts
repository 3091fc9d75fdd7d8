import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import { guarded } from '../ui/guarded';
import type { Log } from '../ui/log';
import { isRecord } from '../util/isRecord';
import { chooseOfKind } from './chooseOfKind';
import { LIST_KINDS, type ListKind } from './listKind';
import type { RowActions } from './rowActions';
import { rowTarget, type RowTarget } from './rowTarget';
import type { SavedSearches } from './savedSearches';
import { newSearch, type Search } from './search';

export type TreeCommandId =
	| 'hfWorkbench.searchModels'
	| 'hfWorkbench.searchDatasets'
	| 'hfWorkbench.searchSpaces'
	| 'hfWorkbench.searchCollections'
	| 'hfWorkbench.editSearch'
	| 'hfWorkbench.saveSearch'
	| 'hfWorkbench.removeSearch'
	| 'hfWorkbench.clearSearch'
	| 'hfWorkbench.openModel'
	| 'hfWorkbench.pinModel'
	| 'hfWorkbench.unpinModel'
	| 'hfWorkbench.copyModelId'
	| 'hfWorkbench.openRepo'
	| 'hfWorkbench.pinRepo'
	| 'hfWorkbench.unpinRepo'
	| 'hfWorkbench.copyRepoId'
	| 'hfWorkbench.refresh';

/** The views as the commands need them. */
export interface CommandedViews {
	search(start: Search): Promise<void>;
	choose(kind: ListKind, title: string): Promise<RowTarget | undefined>;
	show(kind: ListKind, search: Search | undefined): void;
	refresh(): void;
}

export interface TreeCommandDeps {
	readonly views: CommandedViews;
	readonly actions: RowActions;
	readonly searches: SavedSearches;
	readonly log: Log;
}

/** What the commands of the sidebar do. They take a row of a view or a repo; without either, they ask for a model. */
export function treeCommands({
	views,
	actions,
	searches,
	log,
}: TreeCommandDeps): Readonly<Record<TreeCommandId, CommandHandler>> {
	const withTarget = (title: string, act: (target: RowTarget) => Promise<void>): CommandHandler => {
		return async row => {
			const target = rowTarget(row) ?? (await views.choose('model', title));
			return target === undefined ? undefined : act(target);
		};
	};
	const withRepo = (title: string, act: (target: RowTarget) => Promise<void>): CommandHandler => {
		return async row => {
			const target =
				rowTarget(row) ?? (await chooseOfKind((kind, asked) => views.choose(kind, asked), title));
			return target === undefined ? undefined : act(target);
		};
	};
	const search =
		(kind: ListKind): CommandHandler =>
		text =>
			views.search({ ...newSearch(kind), text: typeof text === 'string' ? text : '' });
	return guarded<TreeCommandId>(log, {
		'hfWorkbench.searchModels': search('model'),
		'hfWorkbench.searchDatasets': search('dataset'),
		'hfWorkbench.searchSpaces': search('space'),
		'hfWorkbench.searchCollections': search('collection'),
		'hfWorkbench.editSearch': row => {
			const shown = searchOf(row);
			return shown && views.search(shown);
		},
		'hfWorkbench.saveSearch': async row => {
			const shown = searchOf(row);
			if (shown) {
				await searches.add(shown);
				views.show(shown.kind, undefined);
				vscode.window.setStatusBarMessage('Saved in Searches', 3000);
			}
		},
		'hfWorkbench.removeSearch': async row => {
			const saved = searchOf(row);
			return saved && searches.remove(saved);
		},
		'hfWorkbench.clearSearch': row => {
			const shown = searchOf(row);
			for (const kind of shown ? [shown.kind] : LIST_KINDS) {
				views.show(kind, undefined);
			}
		},
		'hfWorkbench.openModel': withTarget('Open Model on the Hub', actions.openOnHub),
		'hfWorkbench.pinModel': withTarget('Pin Model', actions.pin),
		'hfWorkbench.unpinModel': withTarget('Unpin Model', actions.unpin),
		'hfWorkbench.copyModelId': withTarget('Copy Model Id', actions.copyId),
		'hfWorkbench.openRepo': withRepo('Open on the Hub', actions.openOnHub),
		'hfWorkbench.pinRepo': withRepo('Pin', actions.pin),
		'hfWorkbench.unpinRepo': withRepo('Unpin', actions.unpin),
		'hfWorkbench.copyRepoId': withRepo('Copy Id', actions.copyId),
		'hfWorkbench.refresh': () => views.refresh(),
	});
}

/** The search that a section shows. */
function searchOf(row: unknown): Search | undefined {
	return isRecord(row) && isRecord(row.search) ? (row.search as unknown as Search) : undefined;
}
