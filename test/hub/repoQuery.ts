import type { ModelRepo, Repo } from './catalogue/repo';
import { HubError } from './hubError';
import { namespaceOf } from './permissions';

/** The parts of `/api/{models,datasets,spaces}` that choose and order repositories. */
export interface RepoQuery {
	/** Every word must occur in the id. */
	readonly search: string | undefined;
	readonly author: string | undefined;
	/** Tags, all of which a repository must have. */
	readonly filters: readonly string[];
	readonly gated: boolean | undefined;
	readonly pipelineTag: string | undefined;
	/** Names of providers, any of which must serve the model; `all` is any at all. */
	readonly providers: readonly string[];
	/** Local apps, any of which can run the model. */
	readonly apps: readonly string[];
	readonly warm: boolean;
	/** Bounds of the number of parameters. */
	readonly parameters: readonly [min: number, max: number];
	readonly sort: SortKey;
}

const sortValues = {
	createdAt: repo => repo.createdAt,
	downloads: repo => repo.downloads,
	likes: repo => repo.likes,
	lastModified: repo => repo.lastModified,
	likes30d: repo => repo.trendingScore * 3,
	trendingScore: repo => repo.trendingScore,
	num_parameters: repo => (repo.kind === 'model' ? repo.parameters : 0),
	mainSize: repo => repo.downloads,
	id: repo => repo.id,
} as const satisfies Record<string, (repo: Repo) => string | number>;

export type SortKey = keyof typeof sortValues;

function readSort(sort: string | null): SortKey {
	if (sort === null || sort === '') {
		return 'trendingScore';
	}
	if (!Object.hasOwn(sortValues, sort)) {
		throw new HubError(400, `Invalid sort parameter: expected one of ${Object.keys(sortValues).join(', ')}`);
	}
	return sort as SortKey;
}

const magnitudes: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

function readBound(text: string, name: 'min' | 'max'): number | undefined {
	const [, number, unit = ''] = new RegExp(`${name}:([\\d.]+)([KMBT]?)`, 'i').exec(text) ?? [];
	return number === undefined ? undefined : Number(number) * (magnitudes[unit.toUpperCase()] ?? 1);
}

/** Reads the query of a list. Throws 400 for an order that there is not. */
export function readRepoQuery(params: URLSearchParams): RepoQuery {
	const split = (name: string) =>
		(params.get(name) ?? '')
			.split(',')
			.map(item => item.trim())
			.filter(item => item !== '');
	const parameters = params.get('num_parameters') ?? '';
	return {
		search: params.get('search') ?? undefined,
		author: params.get('author') ?? undefined,
		filters: params.getAll('filter').flatMap(filter => filter.split(',')),
		gated: params.has('gated') ? params.get('gated') === 'true' : undefined,
		pipelineTag: params.get('pipeline_tag') ?? undefined,
		providers: split('inference_provider'),
		apps: split('apps'),
		warm: params.get('inference') === 'warm',
		parameters: [readBound(parameters, 'min') ?? 0, readBound(parameters, 'max') ?? Infinity],
		sort: readSort(params.get('sort')),
	};
}

function modelMatches(model: ModelRepo, query: RepoQuery): boolean {
	const live = model.providers.filter(({ status }) => status === 'live');
	const [min, max] = query.parameters;
	return (
		(query.pipelineTag === undefined || model.pipelineTag === query.pipelineTag) &&
		(query.providers.length === 0 ||
			live.some(({ provider }) => query.providers.includes('all') || query.providers.includes(provider))) &&
		// Whatever is a language model runs in every local app here.
		(query.apps.length === 0 || model.pipelineTag === 'text-generation') &&
		(!query.warm || live.length > 0) &&
		model.parameters >= min &&
		model.parameters <= max
	);
}

function matches(repo: Repo, query: RepoQuery): boolean {
	const id = repo.id.toLowerCase();
	const words = (query.search ?? '').toLowerCase().split(/\s+/);
	return (
		words.every(word => id.includes(word)) &&
		(query.author === undefined || namespaceOf(repo.id).toLowerCase() === query.author.toLowerCase()) &&
		query.filters.every(filter => repo.tags.includes(filter)) &&
		(query.gated === undefined || (repo.gated !== false) === query.gated) &&
		(repo.kind !== 'model' || modelMatches(repo, query))
	);
}

/** The repositories that match, largest value first (ids from A to Z); equal ones by id, so that paging is stable. */
export function queryRepos<R extends Repo>(repos: readonly R[], query: RepoQuery): R[] {
	const value = sortValues[query.sort];
	const byId = (a: Repo, b: Repo) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
	return repos
		.filter(repo => matches(repo, query))
		.sort((a, b) => {
			if (query.sort === 'id' || value(a) === value(b)) {
				return byId(a, b);
			}
			return value(a) < value(b) ? 1 : -1;
		});
}
