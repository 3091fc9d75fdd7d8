import type { Part, PartsState, RepoPageState } from '../../src/shared/repoPage';

/** A page of a repo, and which of its tabs is looked at. */
export interface RepoView {
	readonly state: RepoPageState;
	readonly tab: string;
}

const ready = <T>(value: T): Part<T> => ({ state: 'ready', value });
const SHA = '5f0bd9c3'.repeat(5);
const CARD = `# A small reader

This card has **words**, \`code\`, a [link](https://huggingface.co/docs), a [file](./config.json) and a table.

![How it reads](images/how-it-reads.png)

| Benchmark | Score |
| --------- | ----: |
| A name that has no place to be broken_in_two_anywhere_at_all | 81.2 |

\`\`\`python
pipe = pipeline("text-generation", model="acme/small-reader-with-a-name", device_map="auto", torch_dtype="auto")
\`\`\`

> It is good at what it was made for.
`;

const common = (task: string): PartsState => ({
	facts: ready({
		facts: [
			['Task', task],
			['License', 'Apache 2.0'],
			['Downloads', '1.2M in 30 days'],
			['Access', 'private, gated (manual)'],
			['Updated', '2026-11-02'],
		],
		tags: [
			'transformers',
			'safetensors',
			'en',
			'base_model:quantized:a-long-owner/a-long-name-of-a-model-that-it-is-from',
		],
	}),
	card: ready({
		facts: [
			['license', 'apache-2.0'],
			[
				'datasets',
				'stanfordnlp/imdb, a-very-long-organization-name/a-very-long-data-set-name-without-blanks',
			],
		],
		markdown: CARD,
	}),
	files: ready({
		folder: 'onnx',
		rows: [
			{
				name: 'shards',
				path: 'onnx/shards',
				isFolder: true,
				size: '',
				commit: 'Upload files',
				date: '2026-10-01',
				isWeights: false,
			},
			{
				name: 'model-00001-of-00002.safetensors',
				path: 'onnx/model-00001-of-00002.safetensors',
				isFolder: false,
				size: '4.9 GB',
				commit: 'Add the weights, after they had been looked through once more',
				date: '2026-10-02',
				isWeights: true,
			},
		],
		hasMore: true,
	}),
	history: ready({
		branches: [{ name: 'main', commit: SHA }],
		tags: [{ name: 'v1.0', commit: SHA }],
		pullRequests: [{ name: 'refs/pr/1', commit: SHA }],
		commits: [
			{
				name: 'Shorten the card, which had become long',
				commit: SHA,
				authors: 'ada, grace',
				date: '2026-11-02',
			},
		],
		total: 132,
		more: 'there',
	}),
});

const MODEL: RepoPageState = {
	type: 'model',
	id: 'acme/small-reader-with-a-name',
	isPinned: false,
	parts: {
		...common('Text Generation'),
		weights: ready({
			total: '8B',
			byType: [
				['BF16', '7.9B', 99],
				['F32', '0.1B', 1],
			],
			quants: [
				{ name: '16 bit', size: '16 GB', isFile: false, fit: 'no' },
				{ name: 'Q6_K', size: '6.6 GB', isFile: true, fit: 'tight' },
				{ name: 'Q4_K_M', size: '4.9 GB', isFile: true, fit: 'fits' },
			],
			memory: '8.2 GB',
			files: ['onnx/model-00001-of-00002.safetensors'],
		}),
		tensors: ready({
			path: 'onnx/model-00001-of-00002.safetensors',
			facts: [
				['Parameters', '8B'],
				['general.architecture', 'llama'],
				['tokenizer.chat_template', `{% for message in messages %}${'{{ message.content }}'.repeat(12)}`],
			],
			tensors: [['model.layers.0.self_attn.q_proj.weight', 'BF16', '4096 × 4096']],
			left: 290,
		}),
		providers: ready([
			{
				name: 'together',
				task: 'conversational',
				price: '$0.20 in / $0.60 out per million tokens',
				speed: '120 tokens/s, first token after 0.2 s',
				context: '128k tokens',
				isLive: true,
			},
			{ name: 'novita', task: 'conversational', price: '', speed: '', context: '', isLive: false },
		]),
	},
};

const DATASET: RepoPageState = {
	type: 'dataset',
	id: 'acme/support-tickets',
	isPinned: true,
	parts: {
		...common('Text Classification'),
		data: ready({
			splits: ['train', 'test'],
			selected: 1,
			columns: [
				['text', 'string'],
				['label', 'ClassLabel'],
			],
			rows: [
				[
					'The printer prints nothing since Monday, however often it is switched off and on again.',
					'hardware',
				],
				['https://example.test/a/very/long/address/that/cannot/be/broken/anywhere/at/all', '1'],
			],
		}),
		statistics: ready([
			{
				name: 'text',
				facts: [
					['Type', 'string'],
					['Length', '12 to 4,000, 233 on average'],
				],
			},
			{
				name: 'label',
				facts: [
					['Type', 'class'],
					['Values', 'hardware (10), software (10)'],
				],
			},
		]),
	},
};

const SPACE: RepoPageState = {
	type: 'space',
	id: 'acme/triage-board',
	isPinned: false,
	parts: {
		...common('Gradio'),
		space: ready({
			facts: [
				['State', 'runtime error'],
				['Hardware', 'cpu-basic'],
				['Served at', 'https://acme-triage-board.hf.space'],
				[
					'Error',
					'Exit code: 1. Reason: ModuleNotFoundError: No module named a_module_that_nobody_has_installed',
				],
			],
			isOwn: true,
			canRestart: true,
			canPause: true,
		}),
		log: ready({
			which: 'build',
			lines: [
				'===== Build Queued =====',
				'--> RUN pip install --no-cache-dir gradio',
				`--> ${'#'.repeat(200)}`,
			],
			isOpen: true,
		}),
		variables: ready({ secrets: [['API_KEY', 'For the tickets']], variables: [] }),
	},
};

const TROUBLED: RepoPageState = {
	type: 'dataset',
	id: 'acme/not-here',
	isPinned: false,
	parts: {
		facts: { state: 'loading' },
		card: {
			state: 'failed',
			problem: {
				code: 'repo.notFound',
				title: 'acme/not-here cannot be found.',
				explanation: 'It does not exist, or the token in use may not see it.',
				remedies: ['Try Again', 'Switch Token…'],
			},
		},
	},
};

/** The page of a repo at every tab of every type, with text that is long where it may be, and in trouble. */
export const REPO_VIEWS: Readonly<Record<string, RepoView>> = {
	'model-card': { state: MODEL, tab: 'Card' },
	'model-files': { state: MODEL, tab: 'Files' },
	'model-weights': { state: MODEL, tab: 'Weights' },
	'model-providers': { state: MODEL, tab: 'Providers' },
	'model-history': { state: MODEL, tab: 'History' },
	'dataset-data': { state: DATASET, tab: 'Data' },
	'space-space': { state: SPACE, tab: 'Space' },
	troubled: { state: TROUBLED, tab: 'Card' },
};
