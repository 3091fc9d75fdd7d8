import type { RepoSort } from '../hub/repo';
import { APPS, DATASET_SIZES, LANGUAGES, LIBRARIES, LICENSES, MODEL_SIZES, SDKS } from '../ui/hubValues';
import { INFERENCE_PROVIDERS, providerLabel } from './inferenceProviders';
import type { ListKind } from './listKind';
import { PIPELINE_LABELS, pipelineLabel } from '../ui/pipelineLabel';
import type { FacetName } from './search';

/** One way to narrow a search: what it is called, what there is to choose from, and how a choice is said. */
export interface Facet {
	readonly label: string;
	/** A codicon's name. */
	readonly icon: string;
	/** The usual values and what they are called. */
	readonly values: (kind: ListKind) => Readonly<Record<string, string>>;
	/** Whether a value that is not among them can be typed; what to ask for then. */
	readonly other?: string;
	readonly say: (value: string, kind: ListKind) => string;
}

const said = (values: Readonly<Record<string, string>>) => (value: string) =>
	Object.hasOwn(values, value) ? (values[value] ?? value) : value;

const FACET_TABLE: Readonly<Record<FacetName, Facet>> = {
	task: { label: 'Task', icon: 'filter', values: () => PIPELINE_LABELS, say: pipelineLabel },
	library: {
		label: 'Library',
		icon: 'library',
		values: () => LIBRARIES,
		other: 'Name of a library',
		say: said(LIBRARIES),
	},
	language: {
		label: 'Language',
		icon: 'globe',
		values: () => LANGUAGES,
		other: 'Code of a language, such as “sw”',
		say: said(LANGUAGES),
	},
	license: {
		label: 'License',
		icon: 'law',
		values: () => LICENSES,
		other: 'Identifier of a license',
		say: said(LICENSES),
	},
	size: {
		label: 'Size',
		icon: 'dashboard',
		values: kind => (kind === 'dataset' ? DATASET_SIZES : MODEL_SIZES),
		say: (value, kind) => said(kind === 'dataset' ? DATASET_SIZES : MODEL_SIZES)(value),
	},
	provider: {
		label: 'Inference Provider',
		icon: 'server',
		values: () => ({ all: 'Any Provider', ...INFERENCE_PROVIDERS }),
		say: value => (value === 'all' ? 'Any Provider' : providerLabel(value)),
	},
	app: { label: 'Local App', icon: 'device-desktop', values: () => APPS, say: said(APPS) },
	gated: {
		label: 'Access',
		icon: 'shield',
		values: () => ({ false: 'Open', true: 'Gated' }),
		say: value => (value === 'true' ? 'Gated' : 'Open'),
	},
	author: {
		label: 'Author',
		icon: 'account',
		values: () => ({}),
		other: 'Name of a user or an organization',
		say: value => `by ${value}`,
	},
	sdk: { label: 'SDK', icon: 'tools', values: () => SDKS, say: said(SDKS) },
};

/** What searches of each kind can be narrowed by; the first ones have a button of their own. */
export const FACETS: Readonly<Record<ListKind, readonly FacetName[]>> = {
	model: ['task', 'provider', 'library', 'language', 'license', 'size', 'app', 'gated', 'author'],
	dataset: ['task', 'size', 'language', 'license', 'gated', 'author'],
	space: ['sdk', 'license', 'author'],
	collection: ['author'],
};

export function facetOf(name: FacetName): Facet {
	return FACET_TABLE[name];
}

export const SORT_LABELS = {
	trendingScore: 'Trending',
	downloads: 'Most Downloads',
	likes: 'Most Likes',
	lastModified: 'Recently Updated',
	createdAt: 'Recently Created',
} as const satisfies Record<RepoSort, string>;

/** The orders that the Hub knows for each kind. */
export const SORTS: Readonly<Record<ListKind, readonly RepoSort[]>> = {
	model: ['trendingScore', 'downloads', 'likes', 'lastModified', 'createdAt'],
	dataset: ['trendingScore', 'downloads', 'likes', 'lastModified', 'createdAt'],
	space: ['trendingScore', 'likes', 'lastModified', 'createdAt'],
	collection: ['trendingScore', 'likes', 'lastModified'],
};
