import * as vscode from 'vscode';
import type { ModelSort } from '../hub/model';
import { INFERENCE_PROVIDERS } from './inferenceProviders';
import { SORT_LABELS, type ModelSearch } from './modelSearch';
import type { SearchFilter } from './modelSearchBox';
import { PIPELINE_LABELS } from './pipelineLabel';

interface FilterItem extends vscode.QuickPickItem {
	readonly change: (search: ModelSearch) => ModelSearch;
}

/** Asks what a search is to be narrowed to, or sorted by. The same search if the user leaves. */
export async function askFilter(filter: SearchFilter, search: ModelSearch): Promise<ModelSearch> {
	const picked = await vscode.window.showQuickPick(ITEMS[filter](), {
		title: TITLES[filter],
		matchOnDescription: true,
	});
	return picked ? picked.change(search) : search;
}

const TITLES: Readonly<Record<SearchFilter, string>> = {
	pipelineTag: 'Models for a Task',
	provider: 'Models of an Inference Provider',
	sort: 'Order of Models',
};

const ITEMS: Readonly<Record<SearchFilter, () => FilterItem[]>> = {
	pipelineTag: () => [
		{ label: 'Any Task', change: search => ({ ...search, pipelineTag: undefined }) },
		...Object.entries(PIPELINE_LABELS).map(([pipelineTag, label]) => ({
			label,
			description: pipelineTag,
			change: (search: ModelSearch) => ({ ...search, pipelineTag }),
		})),
	],
	provider: () => [
		{
			label: 'With or Without a Provider',
			change: search => ({ ...search, provider: undefined }),
		},
		{ label: 'Any Provider', change: search => ({ ...search, provider: 'all' }) },
		...Object.entries(INFERENCE_PROVIDERS).map(([provider, label]) => ({
			label,
			description: provider,
			change: (search: ModelSearch) => ({ ...search, provider }),
		})),
	],
	sort: () =>
		(Object.entries(SORT_LABELS) as Array<[ModelSort, string]>).map(([sort, label]) => ({
			label,
			change: search => ({ ...search, sort }),
		})),
};
