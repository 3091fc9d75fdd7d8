import * as vscode from 'vscode';
import type { Problem } from '../shared/problem';
import { wordProblem } from '../ui/wordProblem';
import type { Listed, Listing } from './listing';
import { KIND_WORDS, type ListKind } from './listKind';

/** A row of the search list. Whatever is typed is for the Hub to match, so the list itself hides none. */
export type SearchItem = vscode.QuickPickItem & {
	readonly choice:
		| { readonly type: 'found'; readonly id: string }
		| { readonly type: 'showAll' }
		| { readonly type: 'retry' }
		| { readonly type: 'none' };
};

/** The buttons on a row, each an object of its own by which it is recognised. */
export interface RowButtons {
	/** Models only. */
	readonly run?: vscode.QuickInputButton;
	readonly pin: vscode.QuickInputButton;
	readonly unpin: vscode.QuickInputButton;
	readonly open: vscode.QuickInputButton;
}

export function rowButtons(kind: ListKind): RowButtons {
	const { title } = KIND_WORDS[kind];
	const button = (icon: string, tooltip: string): vscode.QuickInputButton => ({
		iconPath: new vscode.ThemeIcon(icon),
		tooltip,
	});
	return {
		...(kind === 'model' && { run: button('play', 'Run Model on Selection') }),
		pin: button('pin', `Pin ${title}`),
		unpin: button('pinned', `Unpin ${title}`),
		open: button('link-external', `Open ${title} on the Hub`),
	};
}

export function foundItem<S extends Listed>(
	listing: Listing<S>,
	item: S,
	isPinned: boolean,
	buttons: RowButtons | undefined,
): SearchItem {
	const { label, description, icon } = listing.words(item);
	return {
		label,
		description,
		iconPath: new vscode.ThemeIcon(icon),
		alwaysShow: true,
		choice: { type: 'found', id: item.id },
		...(buttons && {
			buttons: [...(buttons.run ? [buttons.run] : []), isPinned ? buttons.unpin : buttons.pin, buttons.open],
		}),
	};
}

export function showAllItem(): SearchItem {
	return {
		label: 'Show All Results in the View',
		iconPath: new vscode.ThemeIcon('list-flat'),
		alwaysShow: true,
		choice: { type: 'showAll' },
	};
}

export function nothingItem(kind: ListKind): SearchItem {
	return {
		label: `No ${KIND_WORDS[kind].many} match.`,
		iconPath: new vscode.ThemeIcon('info'),
		alwaysShow: true,
		choice: { type: 'none' },
	};
}

export function problemItem(problem: Problem): SearchItem {
	const { title, explanation } = wordProblem(problem);
	return {
		label: title,
		description: 'Try Again',
		detail: explanation,
		iconPath: new vscode.ThemeIcon('warning'),
		alwaysShow: true,
		choice: { type: 'retry' },
	};
}
