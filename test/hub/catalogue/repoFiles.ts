import { hash32, sha1 } from '../digests';
import { ggufFile } from './ggufFile';
import type { RepoFile, Revision } from './repo';

/** What a model's files are made from. */
export interface ModelFileFacts {
	readonly id: string;
	readonly pipelineTag: string;
	readonly library: string;
	readonly license: string;
	readonly languages: readonly string[];
	readonly tags: readonly string[];
	readonly architecture: string;
	readonly modelType: string;
}

/** Calls `make` once, at the first use. */
function lazy<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

export function textFile(path: string, text: () => string): RepoFile {
	return { path, lfs: false, content: lazy(() => Buffer.from(text())) };
}

const gitAttributes = textFile(
	'.gitattributes',
	() => '*.safetensors filter=lfs diff=lfs merge=lfs -text\n*.onnx filter=lfs diff=lfs merge=lfs -text\n',
);

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

function card(front: Readonly<Record<string, string | readonly string[]>>, body: string): string {
	const lines = Object.entries(front).flatMap(([key, value]) =>
		typeof value === 'string' ? [`${key}: ${value}`] : [`${key}:`, ...value.map(item => `- ${item}`)],
	);
	return ['---', ...lines, '---', '', body, ''].join('\n');
}

/** A small but valid safetensors file: a length, a JSON header, and two tensors of 32-bit floats made from `seed`. */
function safetensors(seed: string): Uint8Array {
	const rows = 64;
	const tensorBytes = rows * rows * 4;
	const header = Buffer.from(
		JSON.stringify({
			__metadata__: { format: 'pt', note: 'Generated weights of the loopback Hub' },
			'embed.weight': { dtype: 'F32', shape: [rows, rows], data_offsets: [0, tensorBytes] },
			'head.weight': { dtype: 'F32', shape: [rows, rows], data_offsets: [tensorBytes, 2 * tensorBytes] },
		}),
	);
	const file = Buffer.alloc(8 + header.length + 2 * tensorBytes);
	file.writeBigUInt64LE(BigInt(header.length), 0);
	header.copy(file, 8);
	let state = hash32(seed);
	for (let offset = 8 + header.length; offset < file.length; offset += 4) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		file.writeFloatLE(state / 2 ** 32 - 0.5, offset);
	}
	return file;
}

/** The files that a repository of this library has: a card, a configuration, a tokenizer and weights, all generated. */
export function modelFiles(facts: ModelFileFacts): readonly RepoFile[] {
	const { id, pipelineTag, library, license, languages, tags } = facts;
	const files = [
		gitAttributes,
		textFile('README.md', () =>
			card(
				{ license, library_name: library, pipeline_tag: pipelineTag, language: languages, tags },
				`# ${id}\n\nThis card, the configuration and the weights beside it were generated for the loopback Hub.\nThey have the shape of the real ones and nothing else in common with them.`,
			),
		),
		textFile('config.json', () =>
			json({
				architectures: [facts.architecture],
				model_type: facts.modelType,
				hidden_size: 64,
				vocab_size: 64,
			}),
		),
		...(library === 'gguf'
			? ['Q4_K_M', 'Q8_0'].map((quant, index) => ({
					path: `tiny-llama-${quant}.gguf`,
					lfs: true,
					content: lazy(() => ggufFile(id, 20_000 * (index + 1))),
				}))
			: [{ path: 'model.safetensors', lfs: true, content: lazy(() => safetensors(id)) }]),
		textFile('tokenizer_config.json', () => json({ model_max_length: 4096, eos_token: '</s>' })),
	];
	return library === 'sentence-transformers'
		? [
				...files,
				textFile('1_Pooling/config.json', () => json({ pooling_mode_mean_tokens: true })),
				textFile('modules.json', () => json([{ idx: 0, name: '0', path: '', type: 'Transformer' }])),
			]
		: files;
}

export function datasetFiles(id: string, license: string, description: string): readonly RepoFile[] {
	return [
		gitAttributes,
		textFile('README.md', () => card({ license }, `# ${id}\n\n${description}`)),
		textFile('data/.gitkeep', () => ''),
		textFile('data/train.jsonl', () =>
			Array.from(Array(20).keys(), i => `${JSON.stringify({ id: i, text: `Row ${i} of ${id}` })}\n`).join(''),
		),
	];
}

export function spaceFiles(id: string, sdk: string, title: string): readonly RepoFile[] {
	return [
		gitAttributes,
		textFile('README.md', () => card({ title, sdk, app_file: 'app.py' }, `# ${title}`)),
		textFile(
			'app.py',
			() =>
				`import gradio as gr\n\ngr.Interface(lambda text: text, "text", "text", title=${JSON.stringify(id)}).launch()\n`,
		),
	];
}

/**
 * `main` with two commits, a tag `v1.0`, and a pull request that changes the card. The files are made when they are
 * first asked for.
 */
export function history(id: string, files: () => readonly RepoFile[]): () => ReadonlyMap<string, Revision> {
	return lazy(() => {
		const all = files();
		const author = id.includes('/') ? id.slice(0, id.indexOf('/')) : 'huggingface';
		const initial: Revision = {
			sha: sha1(`commit:${id}:initial`),
			files: all.filter(({ path }) => path === '.gitattributes'),
			title: 'initial commit',
			message: '',
			author,
			date: '2025-03-01T08:00:00.000Z',
		};
		const main: Revision = {
			sha: sha1(`commit:${id}:main`),
			files: all,
			title: 'Upload files',
			message: '',
			author,
			date: '2025-03-02T09:30:00.000Z',
			parent: initial,
		};
		const proposed = textFile('README.md', () => `# ${id}\n\nA shorter card, proposed in a pull request.\n`);
		return new Map([
			['main', main],
			['v1.0', { ...main, isTag: true }],
			[
				'refs/pr/1',
				{
					title: 'Shorten the card',
					message: 'It said the same thing twice.',
					author: 'bram',
					date: '2025-04-01T12:00:00.000Z',
					parent: main,
					sha: sha1(`commit:${id}:refs/pr/1`),
					files: main.files.map(file => (file.path === proposed.path ? proposed : file)),
				},
			],
		]);
	});
}
