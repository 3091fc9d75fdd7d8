import { hash32 } from '../digests';
import { datasetFiles, history, spaceFiles } from './repoFiles';
import type { DatasetRepo, Gate, SpaceRepo } from './repo';

function common(id: string, likes: number, license: string) {
	const created = Date.UTC(2023, 0, 1) + (hash32(id) % 1000) * 86_400_000;
	return {
		id,
		private: false,
		gated: false as Gate,
		disabled: false,
		downloads: likes * 137,
		likes,
		trendingScore: Math.round(likes / 25),
		createdAt: new Date(created).toISOString(),
		lastModified: new Date(created + 86_400_000 * (hash32(id) % 60)).toISOString(),
		license,
	};
}

export function makeDataset(
	id: string,
	likes: number,
	task: string,
	description: string,
	marks: { readonly private?: boolean; readonly gated?: Gate } = {},
): DatasetRepo {
	const license = 'cc-by-4.0';
	return {
		kind: 'dataset',
		...common(id, likes, license),
		...marks,
		tags: [
			`task_categories:${task}`,
			'language:en',
			`license:${license}`,
			'size_categories:n<1K',
			'region:us',
		],
		description,
		revisions: history(id, () => datasetFiles(id, license, description)),
	};
}

export function makeSpace(
	id: string,
	likes: number,
	title: string,
	sdk: SpaceRepo['sdk'],
	stage: string,
	models: readonly string[] = [],
	marks: { readonly private?: boolean } = {},
): SpaceRepo {
	return {
		kind: 'space',
		...common(id, likes, 'mit'),
		...marks,
		tags: [sdk, 'region:us'],
		sdk,
		title,
		stage,
		models,
		datasets: [],
		revisions: history(id, () => spaceFiles(id, sdk, title)),
	};
}

export const DATASETS: readonly DatasetRepo[] = [
	makeDataset(
		'rajpurkar/squad',
		340,
		'question-answering',
		'Questions on Wikipedia articles, with answers in the text.',
	),
	makeDataset('stanfordnlp/imdb', 380, 'text-classification', 'Film reviews, positive and negative.'),
	makeDataset('HuggingFaceFW/fineweb-edu', 1020, 'text-generation', 'Educational pages of the web.'),
	makeDataset('abisee/cnn_dailymail', 330, 'summarization', 'News articles and their highlights.'),
	makeDataset('eriktks/conll2003', 190, 'token-classification', 'News text with named entities.'),
	makeDataset('bigcode/the-stack-v2', 460, 'text-generation', 'Source code in many languages.', {
		gated: 'auto',
	}),
	makeDataset('acme/support-tickets', 2, 'text-classification', 'Tickets of a support desk.', {
		private: true,
	}),
	makeDataset('ada/notes', 0, 'text-generation', 'Notes.', { private: true }),
];

export const SPACES: readonly SpaceRepo[] = [
	makeSpace('open-llm-leaderboard/open_llm_leaderboard', 13_700, 'Open LLM Leaderboard', 'docker', 'RUNNING'),
	makeSpace('black-forest-labs/FLUX.1-schnell', 4100, 'FLUX.1 schnell', 'gradio', 'RUNNING', [
		'black-forest-labs/FLUX.1-schnell',
	]),
	makeSpace('hf-audio/whisper-large-v3', 900, 'Whisper', 'gradio', 'SLEEPING', ['openai/whisper-large-v3']),
	makeSpace('tulip/field-guide', 6, 'Field Guide', 'static', 'RUNNING'),
	makeSpace('tulip/broken-demo', 1, 'Broken Demo', 'streamlit', 'BUILD_ERROR'),
	makeSpace('acme/triage-board', 2, 'Triage Board', 'gradio', 'PAUSED', ['acme/ticket-triage'], {
		private: true,
	}),
];
