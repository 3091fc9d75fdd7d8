import * as vscode from 'vscode';
import type { ModelSummary } from '../hub/model';
import type { Problem } from '../shared/problem';
import { wordProblem } from '../ui/problems';
import { modelDescription, modelIcon } from './modelWords';

/** A row of the search list. Whatever is typed is for the Hub to match, so the list itself hides none. */
export type SearchItem = vscode.QuickPickItem & {
	readonly choice:
		| { readonly type: 'model'; readonly model: ModelSummary }
		| { readonly type: 'showAll' }
		| { readonly type: 'retry' }
		| { readonly type: 'none' };
};

/** The buttons on a model's row, each an object of its own by which it is recognised. */
export const RUN_BUTTON: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('play'),
	tooltip: 'Run Model on Selection',
};
export const PIN_BUTTON: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('pin'),
	tooltip: 'Pin Model',
};
export const UNPIN_BUTTON: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('pinned'),
	tooltip: 'Unpin Model',
};
export const OPEN_BUTTON: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('link-external'),
	tooltip: 'Open Model on the Hub',
};

export function modelItem(model: ModelSummary, isPinned: boolean, withButtons: boolean): SearchItem {
	return {
		label: model.id,
		description: modelDescription(model),
		iconPath: new vscode.ThemeIcon(modelIcon(model)),
		alwaysShow: true,
		choice: { type: 'model', model },
		...(withButtons && { buttons: [RUN_BUTTON, isPinned ? UNPIN_BUTTON : PIN_BUTTON, OPEN_BUTTON] }),
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

export function nothingItem(): SearchItem {
	return {
		label: 'No models match.',
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
