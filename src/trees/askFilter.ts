import * as vscode from 'vscode';
import type { RepoSort } from '../hub/repo';
import { maskAccessTokens } from '../util/maskAccessTokens';
import { STAYS_OPEN } from '../ui/staysOpen';
import { KIND_WORDS } from './listKind';
import { withFilter, type FacetName, type Search } from './search';
import { facetOf, FACETS, SORT_LABELS, SORTS } from './searchFacets';

/** What of a search is to be changed. */
export type SearchChange = FacetName | 'sort' | 'more';

type Change = (search: Search) => Search | Promise<Search>;

interface ChangeItem extends vscode.QuickPickItem {
	readonly change: Change;
}

/** Asks what a search is to be narrowed to, or sorted by. The same search if the user leaves. */
export async function askFilter(what: SearchChange, search: Search): Promise<Search> {
	const { titles } = KIND_WORDS[search.kind];
	const [title, items] =
		what === 'sort'
			? [`Order of ${titles}`, sortItems(search)]
			: what === 'more'
				? [`Narrow the Search of ${titles}`, facetItems(search)]
				: [`${titles} by ${facetOf(what).label}`, valueItems(what, search)];
	const [only] = items;
	if (only && items.length === 1) {
		return only.change(search);
	}
	const picked = await vscode.window.showQuickPick(items, {
		title,
		matchOnDescription: true,
		ignoreFocusOut: STAYS_OPEN.holdsInput,
	});
	return picked ? picked.change(search) : search;
}

/** Marks what is chosen already. */
function mark(isChosen: boolean): vscode.ThemeIcon {
	return new vscode.ThemeIcon(isChosen ? 'check' : 'blank');
}

function sortItems({ kind, sort: chosen }: Search): ChangeItem[] {
	const item = (sort: RepoSort): ChangeItem => ({
		label: SORT_LABELS[sort],
		iconPath: mark(sort === chosen),
		change: search => ({ ...search, sort }),
	});
	return SORTS[kind].map(item);
}

/** Every way to narrow the search, with what it is narrowed to so far. */
function facetItems({ kind, filters }: Search): ChangeItem[] {
	const facets = FACETS[kind].map((name): ChangeItem => {
		const { label, icon, say } = facetOf(name);
		const value = filters[name];
		return {
			label: `${label}…`,
			iconPath: new vscode.ThemeIcon(icon),
			...(value !== undefined && { description: say(value, kind) }),
			change: search => askFilter(name, search),
		};
	});
	return Object.keys(filters).length === 0
		? facets
		: [
				...facets,
				{
					label: 'Clear All Filters',
					iconPath: new vscode.ThemeIcon('clear-all'),
					change: search => ({ ...search, filters: {} }),
				},
			];
}

function valueItems(name: FacetName, { kind, filters }: Search): ChangeItem[] {
	const { label, values, other } = facetOf(name);
	const chosen = filters[name];
	const isTyped = chosen !== undefined && !Object.hasOwn(values(kind), chosen);
	const typed: readonly ChangeItem[] =
		other === undefined
			? []
			: [
					{
						label: 'Other…',
						description: other,
						iconPath: mark(isTyped),
						change: search => askValue(name, other, search),
					},
				];
	const known = Object.entries(values(kind)).map(([value, words]): ChangeItem => ({
		label: words,
		iconPath: mark(value === chosen),
		...(value !== words && { description: value }),
		change: search => withFilter(search, name, value),
	}));
	const isTypedOnly = known.length === 0 && chosen === undefined;
	return [
		...(isTypedOnly
			? []
			: [
					{
						label: `Any ${label}`,
						iconPath: mark(chosen === undefined),
						change: (search: Search) => withFilter(search, name, undefined),
					},
				]),
		...known,
		...typed,
	];
}

async function askValue(name: FacetName, prompt: string, search: Search): Promise<Search> {
	const value = await vscode.window.showInputBox({
		title: `${KIND_WORDS[search.kind].titles} by ${facetOf(name).label}`,
		prompt,
		value: search.filters[name] ?? '',
		ignoreFocusOut: STAYS_OPEN.holdsInput,
		validateInput: text =>
			/^[\w.+-]{0,96}$/.test(text.trim()) && maskAccessTokens(text) === text
				? undefined
				: 'Letters, digits, dots and dashes only, and no access token.',
	});
	const trimmed = value?.trim();
	return trimmed === undefined ? search : withFilter(search, name, trimmed === '' ? undefined : trimmed);
}
