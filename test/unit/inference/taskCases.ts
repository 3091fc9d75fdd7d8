import assert from 'node:assert/strict';
import type { RunRequest } from '../../../src/inference/runRequest';
import type { tasks } from '../../../src/inference/tasks';
import type { Media, OutputOf } from '../../../src/shared/output';
import type { Task } from '../../../src/shared/task';
import type { MediaFiles } from './mediaFiles';

/** The tasks that are asked once and answer once. */
export type SingleTaskName = Exclude<Task, 'conversational'>;

const COLUMNS = ['harbour', 'ships'];
const TABLE = {
	columns: COLUMNS,
	rows: [
		['Texel', '12'],
		['Den Helder', '30'],
		['Oosterhaven', '6'],
	],
};
const NUMBERS = {
	columns: ['length', 'height'],
	rows: [
		['1', '2'],
		['10', '20'],
		['100', '200'],
	],
};

type Ask = Pick<RunRequest, 'model' | 'text' | 'inputs' | 'parameters' | 'provider'>;

/** A small real input for each task that is asked once, and what its answer is to be. */
type Case<T extends Task> = readonly [
	ask: (media: MediaFiles) => Ask,
	expect: (output: OutputOf<(typeof tasks)[T]['output']>) => unknown,
];

function isPng(media: Media): boolean {
	return startsWith(media, '\x89PNG');
}

function startsWith(media: Media, bytes: string): boolean {
	return 'bytes' in media && Buffer.from(media.bytes).toString('latin1').includes(bytes);
}

/** Each of them. */
export const TASK_CASES: { readonly [T in SingleTaskName]: Case<T> } = {
	'text-generation': [
		() => ({ model: 'openai-community/gpt2', text: 'The ferry', parameters: { max_new_tokens: 8 } }),
		({ text }) => assert.ok(text.trim().split(/\s+/).length <= 11),
	],
	summarization: [
		() => ({
			model: 'facebook/bart-large-cnn',
			text: 'The sea is large. Whales live in the sea. They sing.',
		}),
		({ text }) => assert.match(text, /sea/),
	],
	translation: [
		() => ({ model: 'Helsinki-NLP/opus-mt-en-fr', text: 'The house is red.' }),
		({ text }) => assert.match(text, /maison/),
	],
	'text-classification': [
		() => ({ model: 'distilbert/distilbert-base-uncased-finetuned-sst-2-english', text: 'I love it.' }),
		({ labels }) => assert.equal(labels[0]?.label, 'POSITIVE'),
	],
	'token-classification': [
		() => ({ model: 'dslim/bert-base-NER', text: 'Sarah lives in Paris.' }),
		({ spans }) => assert.ok(spans.length >= 2),
	],
	'zero-shot-classification': [
		() => ({
			model: 'facebook/bart-large-mnli',
			text: 'The invoice is wrong, I paid twice.',
			inputs: { labels: ['money', 'weather'] },
			parameters: { multi_label: true },
		}),
		({ labels }) => assert.deepEqual(labels.map(({ label }) => label).sort(), ['money', 'weather']),
	],
	'fill-mask': [
		() => ({
			model: 'google-bert/bert-base-uncased',
			text: 'Paris is the [MASK] of France.',
			parameters: { top_k: 3 },
		}),
		({ fills, mask }) =>
			assert.ok(fills.length === 3 && mask === '[MASK]' && fills[0]?.sequence.includes('Paris')),
	],
	'question-answering': [
		() => ({
			model: 'deepset/roberta-base-squad2',
			text: '🤗 Sarah Ferris lives in Paris.',
			inputs: { question: 'Where does Sarah live?' },
		}),
		({ context, answers }) => {
			const [best] = answers;
			assert.ok(best && best.text !== '');
			assert.equal(context.slice(best.start, best.end), best.text);
		},
	],
	'table-question-answering': [
		() => ({
			model: 'google/tapas-base-finetuned-wtq',
			text: 'harbours.csv',
			inputs: { table: TABLE, question: 'What is the total of ships?' },
		}),
		({ cells, aggregator, rows }) => {
			assert.equal(aggregator, 'SUM');
			assert.deepEqual(
				cells.map(([row, column]) => rows[row]?.[column]),
				['12', '30', '6'],
			);
		},
	],
	'sentence-similarity': [
		() => ({
			model: 'sentence-transformers/all-MiniLM-L6-v2',
			text: '',
			inputs: { sentences: ['a red boat', 'a red ship boat', 'nothing alike'] },
		}),
		({ scores, sentences, source }) => {
			assert.equal(source, 'a red boat');
			assert.equal(sentences.length, 2);
			assert.ok((scores[0] ?? 0) > (scores[1] ?? 1));
		},
	],
	'feature-extraction': [
		() => ({ model: 'BAAI/bge-small-en-v1.5', text: 'a red boat' }),
		({ values }) => assert.ok(values.length > 10),
	],
	'image-to-text': [
		({ image }) => ({ model: 'Salesforce/blip-image-captioning-base', text: image.name, inputs: { image } }),
		({ text }) => assert.equal(text, 'a wide PNG picture of 48 by 32 pixels, mostly white and red'),
	],
	'image-classification': [
		({ image }) => ({ model: 'google/vit-base-patch16-224', text: image.name, inputs: { image } }),
		({ labels }) =>
			assert.deepEqual(
				labels.map(({ label }) => label),
				['white', 'red'],
			),
	],
	'zero-shot-image-classification': [
		({ image }) => ({
			model: 'openai/clip-vit-large-patch14',
			text: image.name,
			inputs: { image, labels: ['a red picture', 'a dog'] },
		}),
		({ labels }) => assert.equal(labels[0]?.label, 'a red picture'),
	],
	'object-detection': [
		({ image }) => ({ model: 'facebook/detr-resnet-50', text: image.name, inputs: { image } }),
		({ boxes, image }) => {
			assert.ok(isPng(image));
			assert.deepEqual(
				{ ...boxes[0], score: 1 },
				{ label: 'red figure', score: 1, xmin: 12, ymin: 8, xmax: 35, ymax: 23 },
			);
		},
	],
	'image-segmentation': [
		({ image }) => ({ model: 'jonathandinu/face-parsing', text: image.name, inputs: { image } }),
		({ masks }) => assert.ok(masks[0] && isPng(masks[0].mask)),
	],
	'visual-question-answering': [
		({ image }) => ({
			model: 'dandelin/vilt-b32-finetuned-vqa',
			text: image.name,
			inputs: { image, question: 'What colour is the picture?' },
		}),
		({ labels }) => assert.ok(labels.length > 0),
	],
	'document-question-answering': [
		({ image }) => ({
			model: 'impira/layoutlm-document-qa',
			text: image.name,
			inputs: { image, question: 'How many pixels?' },
		}),
		({ labels }) => assert.ok(labels.length > 0),
	],
	'image-to-image': [
		({ image }) => ({
			model: 'timbrooks/instruct-pix2pix',
			text: image.name,
			inputs: { image, prompt: 'make it night' },
		}),
		({ image }) => assert.ok(isPng(image)),
	],
	'image-to-video': [
		({ image }) => ({ model: 'Wan-AI/Wan2.2-I2V-A14B', text: image.name, inputs: { image, prompt: 'roll' } }),
		({ video }) => assert.ok(startsWith(video, 'ftyp')),
	],
	'text-to-image': [
		() => ({
			model: 'stabilityai/stable-diffusion-xl-base-1.0',
			text: 'a red boat',
			parameters: { width: 64 },
		}),
		({ image }) => assert.ok(isPng(image)),
	],
	'text-to-video': [
		() => ({ model: 'Wan-AI/Wan2.2-T2V-A14B', text: 'a red boat' }),
		({ video }) => assert.ok(startsWith(video, 'ftyp')),
	],
	'automatic-speech-recognition': [
		({ sound }) => ({ model: 'openai/whisper-large-v3', text: sound.name, inputs: { audio: sound } }),
		({ text, chunks }) => assert.ok(text.includes('seconds of tone') && chunks === undefined),
	],
	'audio-classification': [
		({ sound }) => ({ model: 'superb/hubert-large-superb-er', text: sound.name, inputs: { audio: sound } }),
		({ labels }) => assert.equal(labels[0]?.label, 'Tone'),
	],
	'audio-to-audio': [
		({ sound }) => ({ model: 'speechbrain/sepformer-wham', text: sound.name, inputs: { audio: sound } }),
		({ clips }) => assert.ok(clips[0] && startsWith(clips[0].audio, 'WAVE')),
	],
	'text-to-speech': [
		() => ({ model: 'facebook/mms-tts-eng', text: 'Good morning' }),
		({ clips }) => assert.ok(clips[0] && startsWith(clips[0].audio, 'WAVE')),
	],
	'text-to-audio': [
		() => ({ model: 'facebook/musicgen-small', text: 'a calm sea' }),
		({ clips }) => assert.ok(clips[0] && startsWith(clips[0].audio, 'WAVE')),
	],
	'tabular-classification': [
		() => ({ model: 'scikit-learn/tabular-playground', text: 'numbers.csv', inputs: { table: NUMBERS } }),
		({ columns, rows }) => {
			assert.deepEqual(columns, ['length', 'height', 'class']);
			assert.deepEqual(
				rows.map(row => row.at(-1)),
				['0', '1', '2'],
			);
		},
	],
	'tabular-regression': [
		() => ({ model: 'scikit-learn/Fish-Weight', text: 'numbers.csv', inputs: { table: NUMBERS } }),
		({ rows }) =>
			assert.deepEqual(
				rows.map(row => row.at(-1)),
				['1.5', '15', '150'],
			),
	],
};
