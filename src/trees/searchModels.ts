import * as vscode from 'vscode';
import type { Hub } from '../hub/hub';
import { askFilter } from './askFilter';
import type { ModelActions } from './modelActions';
import { NEW_SEARCH, type ModelSearch } from './modelSearch';
import { askModelSearch } from './modelSearchBox';
import type { PinnedModels } from './pinnedModels';

export interface ModelSearcher {
	readonly hub: Pick<Hub, 'models'>;
	readonly pins: PinnedModels;
	readonly actions: ModelActions;
	/** Puts a search into the models view. */
	readonly show: (search: ModelSearch) => Promise<void>;
}

/** Searches until something is done with a model, or its results are put into the view. `text` is there from the start. */
export async function searchModels(searcher: ModelSearcher, text: string): Promise<void> {
	const { hub, pins, actions } = searcher;
	const options = { title: 'Search Models', hub, pins, openOnHub: actions.openOnHub, browse: true };
	let search: ModelSearch = { ...NEW_SEARCH, text };
	for (;;) {
		const outcome = await askModelSearch(options, search);
		switch (outcome?.type) {
			case undefined:
				return;
			case 'run':
				return actions.run(outcome.model.id);
			case 'showAll':
				return searcher.show(outcome.search);
			case 'filter':
				search = await askFilter(outcome.filter, outcome.search);
				break;
			case 'model': {
				const act = await askAction(outcome.model.id, pins, actions);
				if (act) {
					return act();
				}
				search = outcome.search;
			}
		}
	}
}

/** One model of the Hub, chosen by a search. Nothing if the user leaves. */
export async function chooseModel(
	{ hub, pins, actions }: ModelSearcher,
	title: string,
): Promise<string | undefined> {
	const options = { title, hub, pins, openOnHub: actions.openOnHub, browse: false };
	let search = NEW_SEARCH;
	for (;;) {
		const outcome = await askModelSearch(options, search);
		switch (outcome?.type) {
			case undefined:
			case 'showAll':
				return undefined;
			case 'model':
			case 'run':
				return outcome.model.id;
			case 'filter':
				search = await askFilter(outcome.filter, outcome.search);
		}
	}
}

/** What to do with the model. Nothing if the user leaves, which goes back to the search. */
async function askAction(
	id: string,
	pins: PinnedModels,
	actions: ModelActions,
): Promise<(() => Promise<void>) | undefined> {
	const isPinned = pins.has(id);
	const row = (label: string, icon: string, act: (id: string) => Promise<void>) => ({
		label,
		iconPath: new vscode.ThemeIcon(icon),
		act: () => act(id),
	});
	const picked = await vscode.window.showQuickPick(
		[
			row('Run on Selection', 'play', actions.run),
			isPinned ? row('Unpin', 'pinned', actions.unpin) : row('Pin', 'pin', actions.pin),
			row('Open on the Hub', 'link-external', actions.openOnHub),
			row('Copy Model Id', 'copy', actions.copyId),
		],
		{ title: id },
	);
	return picked?.act;
}
