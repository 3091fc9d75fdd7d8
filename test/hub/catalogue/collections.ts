import { hash32, sha1 } from '../digests';
import type { RepoKind } from './repo';

/** What stands in a collection: a repository of the catalogue, or a paper by its arXiv number. */
export type CollectionEntry =
	| { readonly kind: RepoKind; readonly id: string; readonly note?: string }
	| { readonly kind: 'paper'; readonly id: string; readonly title: string };

export interface Collection {
	/** `owner/words-24hex`. */
	readonly slug: string;
	readonly title: string;
	readonly description?: string;
	readonly owner: string;
	readonly private: boolean;
	readonly upvotes: number;
	readonly items: readonly CollectionEntry[];
}

function make(
	owner: string,
	title: string,
	upvotes: number,
	items: readonly CollectionEntry[],
	facts: Partial<Pick<Collection, 'description' | 'private'>> = {},
): Collection {
	const words = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	return {
		slug: `${owner}/${words}-${sha1(`${owner}:${title}`).slice(0, 24)}`,
		title,
		owner,
		private: false,
		upvotes,
		items,
		...facts,
	};
}

const model = (id: string, note?: string): CollectionEntry => ({
	kind: 'model',
	id,
	...(note !== undefined && { note }),
});

const named: readonly Collection[] = [
	make('Qwen', 'Qwen3', 640, [model('Qwen/Qwen3-32B'), model('Qwen/Qwen3-4B-Instruct-2507')]),
	make(
		'openai',
		'gpt-oss',
		410,
		[
			model('openai/gpt-oss-120b', 'The large one'),
			model('openai/gpt-oss-20b'),
			{ kind: 'paper', id: '2508.10925', title: 'gpt-oss-120b & gpt-oss-20b Model Card' },
			{ kind: 'dataset', id: 'stanfordnlp/imdb' },
			{ kind: 'space', id: 'hf-audio/whisper-large-v3' },
		],
		{ description: 'Open weights, and what to read about them.' },
	),
	make('acme', 'Triage', 3, [model('acme/ticket-triage'), { kind: 'space', id: 'acme/triage-board' }], {
		private: true,
	}),
	make('ada', 'To read', 1, [model('sentence-transformers/all-MiniLM-L6-v2')], { private: true }),
	make('ada', 'Empty', 0, []),
];

const fillers = Array.from(Array(60).keys(), index =>
	make('generated', `Collection ${String(index).padStart(2, '0')}`, hash32(String(index)) % 3, [
		model('openai/gpt-oss-20b'),
	]),
);

export const COLLECTIONS: readonly Collection[] = [...named, ...fillers];

/** What each account likes, the latest first. */
export const LIKES: Readonly<Record<string, ReadonlyArray<readonly [RepoKind, string]>>> = {
	ada: [
		['model', 'openai/whisper-large-v3'],
		['dataset', 'stanfordnlp/imdb'],
		['model', 'Qwen/Qwen3-32B'],
		['space', 'hf-audio/whisper-large-v3'],
	],
	bram: [['model', 'openai/gpt-oss-20b']],
};
