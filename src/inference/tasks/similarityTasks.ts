import type { Task } from '../../shared/task';
import { readSimilarity } from '../outputs/readSimilarity';
import { readVector } from '../outputs/readVector';
import { readVectors } from '../outputs/readVectors';
import type { TaskDescription } from '../taskDescription';

/** The tasks that compare meanings. */
export const similarityTasks = {
	'sentence-similarity': {
		title: 'Compare Meanings',
		help: 'Says how much each of several texts means the same as the first.',
		icon: 'git-compare',
		group: 'similarity',
		inputs: {
			sentences: {
				kind: 'list',
				title: 'Texts',
				help: 'The first is compared with each of the others.',
				minimum: 2,
				maximum: 200,
			},
		},
		parameters: {},
		output: 'similarity',
		call: {
			type: 'single',
			answer: 'json',
			payload: inputs => {
				const [source, ...sentences] = inputs.list('sentences');
				return { inputs: { source_sentence: source, sentences } };
			},
			read: (answer, inputs) => readSimilarity(answer, inputs.list('sentences')),
		},
	},
	'feature-extraction': {
		title: 'Embed',
		help: 'Turns the text into the vector that stands for its meaning; several are compared with one another.',
		icon: 'symbol-numeric',
		group: 'similarity',
		inputs: {
			text: { kind: 'text', title: 'Text', help: 'What to embed.', isLong: true },
			more: {
				kind: 'list',
				title: 'More texts',
				help: 'Each gets a vector, too, and all are compared with one another.',
				minimum: 1,
				maximum: 49,
				isOptional: true,
				takesSelections: true,
			},
		},
		parameters: {
			normalize: { type: 'flag', title: 'Normalize', help: 'Make the vector’s length 1.' },
			prompt_name: {
				type: 'text',
				title: 'Prompt',
				help: 'The name of one of the model’s own prompts, such as “query”.',
				maxLength: 60,
			},
			truncate: { type: 'flag', title: 'Cut', help: 'Cut a text that is too long for the model.' },
		},
		output: 'vector',
		call: {
			type: 'single',
			answer: 'json',
			payload: (inputs, parameters) => {
				const more = inputs.list('more');
				const text = inputs.text('text');
				return { inputs: more.length === 0 ? text : [text, ...more], beside: parameters };
			},
			read: (answer, inputs) => {
				const more = inputs.list('more');
				return more.length === 0 ? readVector(answer) : readVectors(answer, [inputs.text('text'), ...more]);
			},
		},
	},
} as const satisfies Partial<Record<Task, TaskDescription>>;
