import type { RepoType } from '../shared/repoType';

/** Fields that only one type of repo has. */
const OF_DATASETS: ReadonlySet<string> = new Set([
	'task_categories',
	'task_ids',
	'size_categories',
	'dataset_info',
	'configs',
	'pretty_name',
	'annotations_creators',
	'source_datasets',
	'viewer',
]);
const OF_SPACES: ReadonlySet<string> = new Set(['sdk', 'sdk_version', 'colorFrom', 'colorTo', 'app_file']);
/** Fields by which a README is known to be a card, and not a page of some website. */
const OF_CARDS: ReadonlySet<string> = new Set([
	...OF_DATASETS,
	...OF_SPACES,
	'license',
	'language',
	'library_name',
	'pipeline_tag',
	'base_model',
	'datasets',
	'metrics',
	'model-index',
	'widget',
]);

/**
 * Which type of repo a README is the card of, by the fields of its front matter and the repo that its folder is a clone of.
 * Nothing where it is none, such as the front page of a website.
 */
export function cardType(fields: readonly string[], clone: RepoType | undefined): RepoType | undefined {
	if (clone !== undefined) {
		return clone;
	}
	if (!fields.some(field => OF_CARDS.has(field))) {
		return undefined;
	}
	return fields.some(field => OF_SPACES.has(field))
		? 'space'
		: fields.some(field => OF_DATASETS.has(field))
			? 'dataset'
			: 'model';
}
