import type { Task } from '../../shared/task';
import { readCompletion } from '../outputs/readCompletion';
import { readFills } from '../outputs/readFills';
import { readGeneratedText } from '../outputs/readGeneratedText';
import { readLabels } from '../outputs/readLabels';
import { readSpans } from '../outputs/readSpans';
import { readZeroShot } from '../outputs/readZeroShot';
import type { TaskDescription } from '../taskDescription';
import { labelCount } from './labelCount';
import { pairsOfZeroShot } from './pairsOfZeroShot';
import { payloadOfText } from './payloadOfText';

const text = { kind: 'text', title: 'Text', help: 'What to run on.', isLong: true } as const;
const lengthInTokens = { type: 'integer', minimum: 1, maximum: 4096 } as const;
const languageCode = { type: 'text', maxLength: 32 } as const;

/** The tasks that read a text. */
export const textTasks = {
	'text-generation': {
		title: 'Continue Text',
		help: 'Writes on where the text ends; for models that complete instead of chatting.',
		icon: 'edit',
		group: 'text',
		inputs: { text },
		parameters: {
			max_new_tokens: {
				type: 'integer',
				title: 'Longest continuation',
				help: 'In tokens.',
				minimum: 1,
				maximum: 4096,
				default: 100,
			},
			temperature: {
				type: 'number',
				title: 'Temperature',
				help: '0 is the most predictable.',
				minimum: 0,
				maximum: 2,
			},
			top_p: {
				type: 'number',
				title: 'Top p',
				help: 'Only the likeliest tokens that add up to this probability are drawn from.',
				minimum: 0,
				maximum: 1,
			},
			repetition_penalty: {
				type: 'number',
				title: 'Repetition penalty',
				help: '1 is none.',
				minimum: 0.1,
				maximum: 10,
			},
			seed: {
				type: 'integer',
				title: 'Seed',
				help: 'The same one gives the same text again.',
				minimum: 0,
				maximum: 2 ** 31 - 1,
			},
			stop: { type: 'list', title: 'Stop at', help: 'Texts that end the continuation.', maximum: 4 },
		},
		output: 'text',
		call: { type: 'single', answer: 'json', payload: payloadOfText, read: readCompletion },
	},
	summarization: {
		title: 'Summarize',
		help: 'Says the same in fewer words.',
		icon: 'fold',
		group: 'text',
		inputs: { text },
		parameters: {
			min_length: { ...lengthInTokens, title: 'Shortest summary', help: 'In tokens.' },
			max_length: { ...lengthInTokens, title: 'Longest summary', help: 'In tokens.' },
		},
		output: 'text',
		call: {
			type: 'single',
			answer: 'json',
			payload: payloadOfText,
			read: answer => readGeneratedText(answer, 'summary_text'),
		},
	},
	translation: {
		title: 'Translate',
		help: 'Says the same in another language.',
		icon: 'globe',
		group: 'text',
		inputs: { text },
		parameters: {
			src_lang: {
				...languageCode,
				title: 'From',
				help: 'The language’s code as the model spells it, such as eng_Latn; only for models with several.',
			},
			tgt_lang: {
				...languageCode,
				title: 'To',
				help: 'The language’s code as the model spells it, such as fra_Latn; only for models with several.',
			},
		},
		output: 'text',
		call: {
			type: 'single',
			answer: 'json',
			payload: payloadOfText,
			read: answer => readGeneratedText(answer, 'translation_text'),
		},
	},
	'text-classification': {
		title: 'Classify Text',
		help: 'Gives the text labels with probabilities, such as its sentiment.',
		icon: 'tag',
		group: 'text',
		inputs: { text },
		parameters: {
			top_k: {
				...labelCount,
				default: 5,
			},
			function_to_apply: {
				type: 'choice',
				title: 'Scores',
				help: 'Softmax: one label applies. Sigmoid: several may.',
				choices: ['softmax', 'sigmoid'],
			},
		},
		output: 'labels',
		call: { type: 'single', answer: 'json', payload: payloadOfText, read: readLabels },
	},
	'token-classification': {
		title: 'Find Entities',
		help: 'Marks the names, places and other entities in the text.',
		icon: 'symbol-key',
		group: 'text',
		inputs: { text },
		parameters: {
			aggregation_strategy: {
				type: 'choice',
				title: 'Tokens of one entity',
				help: 'How they are joined; “none” shows each token by itself.',
				choices: ['simple', 'first', 'average', 'max', 'none'],
				default: 'simple',
			},
		},
		output: 'spans',
		call: {
			type: 'single',
			answer: 'json',
			payload: payloadOfText,
			read: (answer, inputs) => readSpans(answer, inputs.text('text')),
		},
	},
	'zero-shot-classification': {
		title: 'Classify by Own Labels',
		help: 'Says which of your labels fit the text; the model needs no training for them.',
		icon: 'list-selection',
		group: 'text',
		inputs: {
			text,
			labels: {
				kind: 'list',
				title: 'Labels',
				help: 'What the text could be about, such as “billing” and “bug report”.',
				minimum: 1,
				maximum: 100,
			},
		},
		parameters: {
			multi_label: { type: 'flag', title: 'Several labels may fit', help: 'Each is then scored by itself.' },
			hypothesis_template: {
				type: 'text',
				title: 'Sentence for a label',
				help: 'How a label becomes a sentence; {} stands for it, as in “This text is about {}.”',
				maxLength: 200,
			},
		},
		output: 'labels',
		call: {
			type: 'single',
			answer: 'json',
			payload: (inputs, parameters) => ({
				inputs: inputs.text('text'),
				parameters: { ...parameters, candidate_labels: inputs.list('labels') },
			}),
			reads: pairsOfZeroShot,
			read: readZeroShot,
		},
	},
	'fill-mask': {
		title: 'Fill in the Blank',
		help: 'Says which words could stand for [MASK] (some models: <mask>) in the text.',
		icon: 'symbol-string',
		group: 'text',
		inputs: { text: { ...text, help: 'A text with [MASK], or <mask>, where a word is missing.' } },
		parameters: {
			top_k: {
				type: 'integer',
				title: 'Words',
				help: 'How many to show, the likeliest first.',
				minimum: 1,
				maximum: 100,
				default: 5,
			},
			targets: {
				type: 'list',
				title: 'Only these words',
				help: 'The model scores nothing else.',
				maximum: 100,
			},
		},
		output: 'fills',
		call: {
			type: 'single',
			answer: 'json',
			payload: payloadOfText,
			read: (answer, inputs) => readFills(answer, inputs.text('text')),
		},
	},
} as const satisfies Partial<Record<Task, TaskDescription>>;
