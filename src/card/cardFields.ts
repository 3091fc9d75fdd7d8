import { ALL_MODEL_LIBRARY_KEYS, MODEL_LIBRARIES_UI_ELEMENTS, SUBTASK_TYPES } from '@huggingface/tasks';
import type { RepoType } from '../shared/repoType';
import { DATASET_SIZES, LIBRARIES, SDKS } from '../ui/hubValues';
import { PIPELINE_LABELS } from '../ui/pipelineLabel';
import type { CardField, FieldValue } from './cardField';

type Fields = Readonly<Record<string, CardField>>;

const TEXT = { kind: 'text' } as const;
const FLAG = { kind: 'flag' } as const;
const NUMBER = { kind: 'number' } as const;
const STRUCTURE = { kind: 'structure' } as const;

const same = (...values: readonly string[]) => Object.fromEntries(values.map(value => [value, value]));
const oneOf = (values: Readonly<Record<string, string>>): FieldValue => ({ kind: 'choice', values });
const suchAs = (values: Readonly<Record<string, string>>): FieldValue => ({
	kind: 'choice',
	values,
	open: true,
});
const repo = (of: RepoType): FieldValue => ({ kind: 'repo', of });

const COLORS = oneOf(same('red', 'yellow', 'green', 'blue', 'indigo', 'purple', 'pink', 'gray'));
const CREATORS = suchAs(
	same('crowdsourced', 'found', 'expert-generated', 'machine-generated', 'no-annotation'),
);

const LIBRARY_NAMES: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		ALL_MODEL_LIBRARY_KEYS.map(key => [key, MODEL_LIBRARIES_UI_ELEMENTS[key].prettyLabel]),
	),
	...LIBRARIES,
};

const common: Fields = {
	license: {
		about:
			'What others may do with it. For a license that the Hub does not list: `other`, and its name in `license_name`.',
		value: { kind: 'license' },
		list: 'may',
	},
	license_name: {
		about: 'The name of a license that the Hub does not list, beside `license: other`.',
		value: TEXT,
	},
	license_link: {
		about:
			'Where a license that the Hub does not list can be read: a file of the repo, such as `LICENSE`, or an address.',
		value: TEXT,
	},
	tags: { about: 'Words that the repo is found by.', value: TEXT, list: 'always' },
	thumbnail: { about: 'The address of a picture that is shown where the repo is linked to.', value: TEXT },
	extra_gated_prompt: { about: 'What is said to people who ask for access.', value: TEXT },
	extra_gated_heading: { about: 'The heading above the form for access.', value: TEXT },
	extra_gated_description: { about: 'What is said below that heading.', value: TEXT },
	extra_gated_button_content: { about: 'What the button of the form for access says.', value: TEXT },
	extra_gated_fields: { about: 'What people who ask for access are asked.', value: STRUCTURE },
	extra_gated_eu_disallowed: { about: 'Whether nobody in the European Union is let in.', value: FLAG },
};

const language: CardField = {
	about: 'The languages that it is for, as codes of ISO 639 such as `en`, or `multilingual`, or `code`.',
	value: { kind: 'language' },
	list: 'may',
};

const model: Fields = {
	...common,
	language,
	language_bcp47: { about: 'The languages in more detail, such as `en-GB`.', value: TEXT, list: 'may' },
	pipeline_tag: {
		about:
			'The task that the model is for. It decides the widget, the providers and where the model is listed.',
		value: oneOf(PIPELINE_LABELS),
	},
	library_name: {
		about: 'The library that loads the model. It decides the code that the Hub shows for it.',
		value: suchAs(LIBRARY_NAMES),
	},
	base_model: {
		about:
			'The model that this one was made from. The Hub shows this one among its finetunes, adapters, merges or quantizations.',
		value: repo('model'),
		list: 'may',
	},
	base_model_relation: {
		about: 'How this model was made from the other one, where the Hub does not find it out by itself.',
		value: oneOf(same('finetune', 'adapter', 'merge', 'quantized')),
	},
	new_version: { about: 'The model that takes this one’s place. The Hub links to it.', value: repo('model') },
	datasets: { about: 'The datasets that the model was trained on.', value: repo('dataset'), list: 'may' },
	metrics: {
		about: 'What the model was measured by.',
		value: suchAs(
			same(
				'accuracy',
				'f1',
				'precision',
				'recall',
				'bleu',
				'sacrebleu',
				'rouge',
				'meteor',
				'chrf',
				'ter',
				'bertscore',
				'perplexity',
				'exact_match',
				'squad',
				'wer',
				'cer',
				'mse',
				'mae',
				'roc_auc',
				'mean_iou',
				'matthews_correlation',
				'pearsonr',
				'spearmanr',
				'code_eval',
			),
		),
		list: 'may',
	},
	inference: { about: 'Whether the Hub’s widget runs the model, and its parameters.', value: STRUCTURE },
	widget: { about: 'Examples for the Hub’s widget.', value: STRUCTURE },
	'model-index': { about: 'Results of evaluations.', value: STRUCTURE },
	co2_eq_emissions: { about: 'What the training emitted, in grams of CO₂.', value: STRUCTURE },
	model_name: { about: 'The model’s name in words.', value: TEXT },
};

const dataset: Fields = {
	...common,
	language,
	license_details: { about: 'What is to be said about a license that the Hub does not list.', value: TEXT },
	pretty_name: { about: 'The dataset’s name in words.', value: TEXT },
	task_categories: {
		about: 'The tasks that the dataset is for.',
		value: oneOf({ ...PIPELINE_LABELS }),
		list: 'always',
	},
	task_ids: {
		about: 'The tasks in more detail.',
		value: suchAs(same(...SUBTASK_TYPES)),
		list: 'always',
	},
	size_categories: { about: 'How many rows there are.', value: oneOf(DATASET_SIZES), list: 'always' },
	source_datasets: { about: 'The datasets that it was made from, or `original`.', value: TEXT, list: 'may' },
	annotations_creators: { about: 'Who annotated it.', value: CREATORS, list: 'may' },
	language_creators: { about: 'Who wrote the texts.', value: CREATORS, list: 'may' },
	language_details: { about: 'The languages in more detail, such as `en-GB`.', value: TEXT, list: 'may' },
	multilinguality: {
		about: 'Whether there is one language or several.',
		value: suchAs(same('monolingual', 'multilingual', 'translation', 'other')),
		list: 'may',
	},
	paperswithcode_id: { about: 'The dataset’s id at Papers with Code.', value: TEXT },
	configs: { about: 'The subsets, and the files of each.', value: STRUCTURE },
	dataset_info: { about: 'The columns, splits and sizes.', value: STRUCTURE },
	'train-eval-index': { about: 'What is needed to train and evaluate with it.', value: STRUCTURE },
	viewer: { about: 'Whether the Hub shows the rows.', value: FLAG },
};

const space: Fields = {
	title: { about: 'The Space’s name in words.', value: TEXT },
	emoji: { about: 'One emoji, for the Space’s picture.', value: TEXT },
	colorFrom: { about: 'The first color of the Space’s picture.', value: COLORS },
	colorTo: { about: 'The other color of the Space’s picture.', value: COLORS },
	sdk: { about: 'What the Space is made with.', value: oneOf(SDKS) },
	sdk_version: { about: 'The version of Gradio.', value: TEXT },
	python_version: { about: 'The version of Python, such as `3.12`.', value: TEXT },
	app_file: { about: 'The file that is run, or the page of a static Space.', value: TEXT },
	app_port: { about: 'The port that a Docker Space listens at; 7860 by default.', value: NUMBER },
	app_build_command: { about: 'What builds a static Space.', value: TEXT },
	base_path: { about: 'The path that is shown first, with a slash at its start.', value: TEXT },
	short_description: { about: 'What the Space does, in a few words.', value: TEXT },
	fullWidth: { about: 'Whether the Space takes the whole width of the page.', value: FLAG },
	header: { about: 'How much of the Hub’s header is shown above it.', value: oneOf(same('default', 'mini')) },
	suggested_hardware: {
		about: 'The hardware that somebody who duplicates the Space should choose.',
		value: suchAs(
			same(
				'cpu-basic',
				'cpu-upgrade',
				't4-small',
				't4-medium',
				'l4x1',
				'l4x4',
				'l40sx1',
				'l40sx4',
				'l40sx8',
				'a10g-small',
				'a10g-large',
				'a10g-largex2',
				'a10g-largex4',
				'a100-large',
				'h100',
				'zero-a10g',
			),
		),
	},
	suggested_storage: {
		about: 'The storage that somebody who duplicates the Space should choose.',
		value: oneOf(same('small', 'medium', 'large')),
	},
	models: { about: 'The models that the Space uses.', value: repo('model'), list: 'may' },
	datasets: { about: 'The datasets that the Space uses.', value: repo('dataset'), list: 'may' },
	pinned: { about: 'Whether the Space stays at the top of its owner’s profile.', value: FLAG },
	license: common.license ?? { about: '', value: TEXT },
	tags: common.tags ?? { about: '', value: TEXT },
	thumbnail: common.thumbnail ?? { about: '', value: TEXT },
	hf_oauth: { about: 'Whether people can sign in to the Space with Hugging Face.', value: FLAG },
	hf_oauth_scopes: { about: 'What the Space may do for those who sign in.', value: TEXT, list: 'may' },
	hf_oauth_expiration_minutes: { about: 'How long a sign-in lasts.', value: NUMBER },
	hf_oauth_authorized_org: {
		about: 'The organizations whose members may sign in.',
		value: TEXT,
		list: 'may',
	},
	disable_embedding: { about: 'Whether other pages may not show the Space in a frame.', value: FLAG },
	startup_duration_timeout: { about: 'How long the Space may take to start, such as `1h`.', value: TEXT },
	custom_headers: { about: 'Headers that are sent with each answer.', value: STRUCTURE },
	preload_from_hub: { about: 'Repos that are downloaded when the Space is built.', value: TEXT, list: 'may' },
};

/** The fields that the Hub knows in the cards of each type of repo, those that matter most first. */
export const CARD_FIELDS: Readonly<Record<RepoType, Fields>> = { model, dataset, space };
