import type { KeptOutput } from '../../src/shared/output';
import type { ToPage } from '../../src/shared/protocol';
import type { RunView } from '../../src/shared/run';
import { TAKEN_ALONG } from '../../src/shared/takenAlong';
import { IMAGE_SIZE, mediaFile } from './mediaFiles';
import { run } from './runs';

const context =
	'The Analytical Engine was a proposed mechanical general-purpose computer designed by Charles Babbage. ' +
	'It was first described in 1837 as the successor to Babbage’s Difference Engine. The engine was never finished; ' +
	'Ada Lovelace wrote the first program for it in 1843.';

const sentences = [
	'How do I bake bread?',
	'What is the recipe for a loaf?',
	'The train to Paris was late.',
	'A sentence that is so long that it does not fit into the column of a table that is not very wide at all.',
];

const columns = ['Repository', 'Stars', 'Language', 'Contributors', 'A column with a long name indeed'];

const rows = Array.from({ length: 5_000 }, (_, row) => [
	`repo-${row}`,
	String((row * 7_919) % 90_000),
	['Python', 'Rust', 'TypeScript', 'C++'][row % 4] ?? '',
	String((row * 31) % 700),
	row % 3 === 0 ? 'نص عربي' : 'some text in a cell',
]);

const outputs = {
	fills: {
		kind: 'fills',
		text: 'The capital of France is [MASK].',
		mask: '[MASK]',
		fills: ['paris', 'lyon', 'lille', 'toulouse', 'marseille'].map((token, index) => ({
			token,
			score: 0.42 / (index + 1) ** 2,
			sequence: `The capital of France is ${token}.`,
		})),
	},
	answer: {
		kind: 'answer',
		context,
		question: 'When was it first described?',
		answers: ['in 1837', '1837', '1843'].map((text, index) => ({
			text,
			score: 0.91 / (index + 1) ** 2,
			start: context.indexOf(text),
			end: context.indexOf(text) + text.length,
		})),
	},
	oneAnswer: {
		kind: 'answer',
		context,
		question: 'Who wrote the first program?',
		answers: [
			{
				text: 'Ada Lovelace',
				score: 0.987,
				start: context.indexOf('Ada'),
				end: context.indexOf('Ada') + 'Ada Lovelace'.length,
			},
		],
	},
	vector: {
		kind: 'vector',
		values: Array.from({ length: 768 }, (_, at) => Math.sin(at * 0.7) * Math.cos(at * at) * 0.05),
		tokens: 12,
	},
	vectors: {
		kind: 'vectors',
		texts: sentences,
		vectors: sentences.map((_, row) =>
			Array.from({ length: 384 }, (_value, at) => Math.sin(at * 0.7) + Math.cos(at * (row + 1) * 0.3)),
		),
	},
	similarity: {
		kind: 'similarity',
		source: 'How is bread made?',
		sentences,
		scores: [0.82, 0.71, 0.06, -0.02],
	},
	table: {
		kind: 'table',
		columns,
		rows,
		cells: [
			[0, 1],
			[2, 1],
			[40, 3],
		],
		answer: '15,838',
		aggregator: 'SUM',
	},
	image: { kind: 'image', image: mediaFile('0.png') },
	imageInSvg: { kind: 'image', image: mediaFile('0.svg') },
	imageBroken: { kind: 'image', image: mediaFile('broken.png') },
	boxes: {
		kind: 'boxes',
		image: mediaFile('0.png'),
		boxes: [
			{ label: 'cat', score: 0.998, xmin: 40, ymin: 60, xmax: 200, ymax: 280 },
			{ label: 'cat', score: 0.87, xmin: 250, ymin: 20, xmax: 330, ymax: 140 },
			{ label: 'remote control', score: 0.61, xmin: 300, ymin: 180, xmax: 460, ymax: 300 },
		],
	},
	manyBoxes: {
		kind: 'boxes',
		image: mediaFile('0.png'),
		boxes: Array.from({ length: 200 }, (_, at) => ({
			label: `kind ${at % 9}`,
			score: 0.99 - at / 250,
			xmin: (at * 37) % (IMAGE_SIZE.width - 60),
			ymin: (at * 53) % (IMAGE_SIZE.height - 50),
			xmax: ((at * 37) % (IMAGE_SIZE.width - 60)) + 50,
			ymax: ((at * 53) % (IMAGE_SIZE.height - 50)) + 40,
		})),
	},
	masks: {
		kind: 'masks',
		image: mediaFile('0.png'),
		masks: [
			{ label: 'lake', score: 0.98, mask: mediaFile('1.png') },
			{ label: 'a hill in the distance', mask: mediaFile('2.png') },
		],
	},
	audio: {
		kind: 'audio',
		clips: [{ audio: mediaFile('0.wav') }, { label: 'voice', audio: mediaFile('0.wav') }],
	},
	transcript: {
		kind: 'transcript',
		text: 'The quick brown fox jumps over the lazy dog.',
		chunks: [
			{ text: ' The quick brown fox', start: 0, end: 1.4 },
			{ text: ' jumps over', start: 1.4, end: 2.2 },
			{ text: ' the lazy dog.', start: 3661, end: 3662 },
		],
		audio: mediaFile('0.wav'),
	},
	transcriptOnly: { kind: 'transcript', text: 'Only the words.' },
	video: { kind: 'video', video: mediaFile('0.webm') },
	json: {
		kind: 'json',
		value: {
			model: 'a/model',
			ok: true,
			nothing: null,
			count: 3.25,
			nested: { list: [1, 2, { deep: 'a "quoted" text\nof two lines' }], empty: [], 'odd key': {} },
			text: 'A text that is so long that it does not fit into a line of the tree, whatever the width of the panel is. '.repeat(
				5,
			),
			many: Array.from({ length: 25_000 }, (_, at) => at),
		},
	},
} satisfies Readonly<Record<string, KeptOutput>>;

/** A run for each output beyond the first kinds, as the messages that bring it about. */
export const OUTPUTS: Readonly<Record<string, readonly ToPage[]>> = Object.fromEntries(
	Object.entries(outputs).map(([name, output]) => [
		name,
		[{ type: 'state', runs: [runOf(name, output)], selected: name }],
	]),
);

function runOf(id: string, output: KeptOutput): RunView {
	return run({
		id,
		task: 'token-classification',
		title: id,
		model: 'a/model',
		provider: 'hf-inference',
		input: 'An input',
		output,
		metrics: { durationMs: 210 },
		canInsert: TAKEN_ALONG[output.kind].file !== undefined,
		canReplace: TAKEN_ALONG[output.kind].replaces,
	});
}
