import type { Output, OutputKind } from '../shared/output';
import type { Task } from '../shared/task';
import { readGeneratedText } from './outputs/readGeneratedText';
import { readLabels } from './outputs/readLabels';
import { readSpans } from './outputs/readSpans';
import type { Parameters } from './parameters';

/** How a task is called: as a streamed chat, or as one question with one answer. */
export type TaskCall =
	| { readonly type: 'chat' }
	| {
			readonly type: 'single';
			/** Sent with every request beside the user's parameters. */
			readonly fixed?: Readonly<Record<string, unknown>>;
			/** Reads the JSON of a 2xx answer to `text`; throws `ProblemError` with `protocol` for anything illegal. */
			read(answer: unknown, text: string): Output;
	  };

export interface TaskDescription {
	/** A noun, in title case. */
	readonly title: string;
	/** One sentence: what comes out. */
	readonly help: string;
	/** A codicon's name. */
	readonly icon: string;
	readonly parameters: Parameters;
	readonly output: OutputKind;
	readonly call: TaskCall;
}

const lengthInTokens = { type: 'integer', minimum: 1, maximum: 4096 } as const;
const languageCode = { type: 'text', maxLength: 32 } as const;

/** Everything that is known about each task: a task without a row does not compile. Loads no client package. */
export const tasks = {
	conversational: {
		title: 'Chat',
		help: 'Answers in words and code, following an instruction.',
		icon: 'comment-discussion',
		parameters: {
			max_tokens: {
				type: 'integer',
				title: 'Longest answer',
				help: 'In tokens, reasoning included.',
				minimum: 1,
				maximum: 1_000_000,
			},
			temperature: {
				type: 'number',
				title: 'Temperature',
				help: '0 is the most predictable.',
				minimum: 0,
				maximum: 2,
			},
		},
		output: 'chat',
		call: { type: 'chat' },
	},
	summarization: {
		title: 'Summarize',
		help: 'Says the same in fewer words.',
		icon: 'fold',
		parameters: {
			min_length: { ...lengthInTokens, title: 'Shortest summary', help: 'In tokens.' },
			max_length: { ...lengthInTokens, title: 'Longest summary', help: 'In tokens.' },
		},
		output: 'text',
		call: { type: 'single', read: answer => readGeneratedText(answer, 'summary_text') },
	},
	translation: {
		title: 'Translate',
		help: 'Says the same in another language.',
		icon: 'globe',
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
		call: { type: 'single', read: answer => readGeneratedText(answer, 'translation_text') },
	},
	'text-classification': {
		title: 'Classify Text',
		help: 'Gives the text labels with probabilities, such as its sentiment.',
		icon: 'tag',
		parameters: {
			top_k: {
				type: 'integer',
				title: 'Labels',
				help: 'How many to show, the likeliest first.',
				minimum: 1,
				maximum: 100,
				default: 5,
			},
		},
		output: 'labels',
		call: { type: 'single', read: readLabels },
	},
	'token-classification': {
		title: 'Find Entities',
		help: 'Marks the names, places and other entities in the text.',
		icon: 'symbol-key',
		parameters: {},
		output: 'spans',
		call: { type: 'single', fixed: { aggregation_strategy: 'simple' }, read: readSpans },
	},
} as const satisfies Readonly<Record<Task, TaskDescription>>;
