import type { PartName } from '../../shared/repoPage';
import type { RepoType } from '../../shared/repoType';

/** A tab of the page, the types of repos that have it, and what is in it. */
export interface Tab {
	readonly id: 'card' | 'files' | 'history' | 'weights' | 'providers' | 'data' | 'space';
	readonly label: string;
	readonly types: readonly RepoType[];
	readonly parts: readonly PartName[];
}

const ALL: readonly RepoType[] = ['model', 'dataset', 'space'];

export const TABS: readonly Tab[] = [
	{ id: 'card', label: 'Card', types: ALL, parts: ['card'] },
	{ id: 'data', label: 'Data', types: ['dataset'], parts: ['data', 'statistics'] },
	{ id: 'space', label: 'Space', types: ['space'], parts: ['space', 'log', 'variables'] },
	{ id: 'files', label: 'Files', types: ALL, parts: ['files'] },
	{ id: 'weights', label: 'Weights', types: ['model'], parts: ['weights', 'tensors'] },
	{ id: 'providers', label: 'Providers', types: ['model'], parts: ['providers'] },
	{ id: 'history', label: 'History', types: ALL, parts: ['history'] },
];
