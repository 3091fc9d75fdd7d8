import * as vscode from 'vscode';
import { askFilter } from './askFilter';
import type { Listed, Listing } from './listing';
import { KIND_WORDS } from './listKind';
import type { RowActions } from './rowActions';
import type { RowTarget } from './rowTarget';
import { newSearch, type Search } from './search';
import { askSearch } from './searchBox';

export interface HubSearcher<S extends Listed> {
	readonly listing: Listing<S>;
	readonly actions: RowActions;
	/** Puts a search into its view. */
	readonly show: (search: Search) => Promise<void>;
}

/** Searches until something is done with what was found, or the results are put into the view. */
export async function searchHub<S extends Listed>(searcher: HubSearcher<S>, start: Search): Promise<void> {
	const { listing, actions } = searcher;
	const options = { title: `Search ${KIND_WORDS[listing.kind].titles}`, listing, actions, browse: true };
	let search = start;
	for (;;) {
		const outcome = await askSearch(options, search);
		switch (outcome?.type) {
			case undefined:
				return;
			case 'run':
				return actions.run(outcome.target);
			case 'showAll':
				return searcher.show(outcome.search);
			case 'change':
				search = await askFilter(outcome.change, outcome.search);
				break;
			case 'found': {
				const act = await askAction(outcome.target, actions);
				if (act) {
					return act();
				}
				search = outcome.search;
			}
		}
	}
}

/** One of the Hub's repos or collections, chosen by a search. Nothing if the user leaves. */
export async function chooseOne<S extends Listed>(
	{ listing, actions }: HubSearcher<S>,
	title: string,
): Promise<RowTarget | undefined> {
	const options = { title, listing, actions, browse: false };
	let search = newSearch(listing.kind);
	for (;;) {
		const outcome = await askSearch(options, search);
		switch (outcome?.type) {
			case undefined:
			case 'showAll':
				return undefined;
			case 'found':
			case 'run':
				return outcome.target;
			case 'change':
				search = await askFilter(outcome.change, outcome.search);
		}
	}
}

/** What to do with it. Nothing if the user leaves, which goes back to the search. */
async function askAction(target: RowTarget, actions: RowActions): Promise<(() => Promise<void>) | undefined> {
	const row = (label: string, icon: string, act: (target: RowTarget) => Promise<void>) => ({
		label,
		iconPath: new vscode.ThemeIcon(icon),
		act: () => act(target),
	});
	const picked = await vscode.window.showQuickPick(
		[
			...(target.kind === 'model' ? [row('Run on Selection', 'play', actions.run)] : []),
			...(target.kind === 'collection'
				? []
				: [row('Show Repo', 'preview', actions.show), row('Download…', 'cloud-download', actions.download)]),
			actions.isPinned(target) ? row('Unpin', 'pinned', actions.unpin) : row('Pin', 'pin', actions.pin),
			row('Open on the Hub', 'link-external', actions.openOnHub),
			row(`Copy ${KIND_WORDS[target.kind].title} Id`, 'copy', actions.copyId),
		],
		{ title: target.id },
	);
	return picked?.act;
}
