import type { DatasetRepo, ModelRepo, ProviderEntry, Repo, SpaceRepo } from './catalogue/repo';
import { objectId, sha1 } from './digests';
import { namespaceOf } from './permissions';

type Fields = Readonly<Record<string, unknown>>;

/** How a provider's entry looks in `inferenceProviderMapping`. */
function mappingEntry(entry: ProviderEntry) {
	const { status, providerId, task, isModelAuthor } = entry;
	return { status, providerId, task, isModelAuthor };
}

function modelFields(repo: ModelRepo, inList: boolean): Fields {
	const mapping = inList
		? repo.providers.map(entry => ({ provider: entry.provider, ...mappingEntry(entry) }))
		: Object.fromEntries(repo.providers.map(entry => [entry.provider, mappingEntry(entry)]));
	return {
		modelId: repo.id,
		pipeline_tag: repo.pipelineTag,
		library_name: repo.library,
		mask_token: repo.pipelineTag === 'fill-mask' ? '[MASK]' : undefined,
		widgetData: [{ text: 'My name is Ada and I live in London.' }],
		'model-index': null,
		config: { architectures: [repo.architecture], model_type: repo.modelType },
		transformersInfo: repo.library === 'transformers' ? { auto_model: repo.architecture } : undefined,
		inference: repo.providers.some(({ status }) => status === 'live') ? 'warm' : undefined,
		inferenceProviderMapping: mapping,
		safetensors: { parameters: { BF16: repo.parameters }, total: repo.parameters },
		spaces: [],
		baseModels: null,
		childrenModelCount: 0,
		evalResults: [],
		gguf: undefined,
	};
}

function datasetFields(repo: DatasetRepo): Fields {
	return { description: repo.description, citation: null, paperswithcode_id: null, mainSize: repo.downloads };
}

function spaceFields(repo: SpaceRepo): Fields {
	const subdomain = repo.id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	return {
		sdk: repo.sdk,
		subdomain,
		host: `https://${subdomain}.hf.space`,
		region: 'us',
		models: repo.models,
		datasets: repo.datasets,
		runtime: {
			stage: repo.stage,
			hardware: { current: repo.stage === 'RUNNING' ? 'cpu-basic' : null, requested: 'cpu-basic' },
			storage: null,
			gcTimeout: 172_800,
			replicas: { current: repo.stage === 'RUNNING' ? 1 : 0, requested: 1 },
			devMode: false,
			domains: [{ domain: `${subdomain}.hf.space`, stage: 'READY' }],
		},
	};
}

function cardData(repo: Repo): Fields {
	return repo.kind === 'space'
		? {
				title: repo.title,
				emoji: '🤗',
				colorFrom: 'yellow',
				colorTo: 'gray',
				sdk: repo.sdk,
				app_file: 'app.py',
				pinned: false,
			}
		: { license: repo.license, tags: repo.tags.filter(tag => !tag.includes(':')) };
}

/** Everything that is said about a repository at its default branch; absent facts are `undefined` and not sent. */
function allFields(repo: Repo, inList: boolean, revision = 'main'): Fields {
	const at = repo.revisions().get(revision);
	const own =
		repo.kind === 'model'
			? modelFields(repo, inList)
			: repo.kind === 'dataset'
				? datasetFields(repo)
				: spaceFields(repo);
	return {
		_id: objectId(`${repo.kind}:${repo.id}`),
		id: repo.id,
		private: repo.private,
		tags: repo.tags,
		downloads: repo.downloads,
		downloadsAllTime: repo.downloads * 14,
		likes: repo.likes,
		author: namespaceOf(repo.id) || undefined,
		sha: at?.sha ?? sha1(repo.id),
		lastModified: repo.lastModified,
		gated: repo.gated,
		disabled: repo.disabled,
		resourceGroup: null,
		cardData: cardData(repo),
		siblings: at?.files.map(file => ({ rfilename: file.path })),
		createdAt: repo.createdAt,
		trendingScore: repo.trendingScore,
		usedStorage: repo.kind === 'model' ? Math.round(repo.parameters * 2) : 10_240,
		...own,
	};
}

const always = ['_id', 'id'];

/** Keys of a full answer that have to be asked for by name. */
const onRequest = [
	'baseModels',
	'childrenModelCount',
	'downloadsAllTime',
	'evalResults',
	'inferenceProviderMapping',
	'resourceGroup',
	'trendingScore',
];

const plainListKeys = {
	model: [
		'likes',
		'trendingScore',
		'private',
		'downloads',
		'tags',
		'pipeline_tag',
		'library_name',
		'createdAt',
		'modelId',
	],
	dataset: [
		'author',
		'disabled',
		'gated',
		'lastModified',
		'likes',
		'trendingScore',
		'private',
		'sha',
		'description',
		'downloads',
		'tags',
		'createdAt',
	],
	space: ['likes', 'trendingScore', 'private', 'sdk', 'tags', 'createdAt'],
} as const satisfies Record<Repo['kind'], readonly string[]>;

function pick(fields: Fields, keys: readonly string[]): Fields {
	return Object.fromEntries(keys.filter(key => Object.hasOwn(fields, key)).map(key => [key, fields[key]]));
}

/** A row of a list: `_id`, `id` and the keys asked for by `expand`, or the usual ones. */
export function listItem(repo: Repo, expand: readonly string[]): Fields {
	const named =
		expand.length > 0 ? [...expand, ...(repo.kind === 'model' ? ['modelId'] : [])] : plainListKeys[repo.kind];
	return pick(allFields(repo, true), [...always, ...named]);
}

/** One repository: the keys asked for by `expand`, or the whole. */
export function repoDetails(repo: Repo, expand: readonly string[], revision?: string): Fields {
	const fields = allFields(repo, false, revision);
	return expand.length > 0
		? pick(fields, [...always, ...expand])
		: pick(
				fields,
				Object.keys(fields).filter(key => !onRequest.includes(key)),
			);
}
