import type { Task } from '../../shared/task';
import { base64 } from '../base64';
import type { TaskInputs } from '../inputs/taskInputs';
import { readAnswers } from '../outputs/readAnswers';
import { readPictureAnswers } from '../outputs/readPictureAnswers';
import { readTableAnswer } from '../outputs/readTableAnswer';
import type { ParameterValues } from '../parameters';
import type { Payload } from '../payload';
import type { TaskDescription } from '../taskDescription';

const question = { kind: 'text', title: 'Question', help: 'In the language of the text.' } as const;
const answers = {
	type: 'integer',
	title: 'Answers',
	help: 'How many to show, the likeliest first.',
	minimum: 1,
	maximum: 20,
} as const;
const longestAnswer = {
	type: 'integer',
	title: 'Longest answer',
	help: 'In tokens.',
	minimum: 1,
	maximum: 512,
} as const;

const ofPicture = (inputs: TaskInputs, parameters: ParameterValues): Payload => ({
	inputs: { image: base64(inputs.file('image').bytes), question: inputs.text('question') },
	parameters,
});

/** The tasks that answer a question. */
export const questionTasks = {
	'question-answering': {
		title: 'Answer from Text',
		help: 'Finds the words of the text that answer a question.',
		icon: 'question',
		group: 'questions',
		inputs: {
			context: { kind: 'text', title: 'Text', help: 'Where the answer is.', isLong: true },
			question,
		},
		parameters: {
			top_k: answers,
			max_answer_len: longestAnswer,
			handle_impossible_answer: {
				type: 'flag',
				title: 'No answer is an answer',
				help: 'The model may say that the text does not answer the question.',
			},
		},
		output: 'answer',
		call: {
			type: 'single',
			answer: 'json',
			payload: (inputs, parameters) => ({
				inputs: { question: inputs.text('question'), context: inputs.text('context') },
				parameters,
			}),
			read: (answer, inputs) => readAnswers(answer, inputs.text('question'), inputs.text('context')),
		},
	},
	'table-question-answering': {
		title: 'Answer from Table',
		help: 'Finds the cells of a table that answer a question, and counts or adds them up.',
		icon: 'table',
		group: 'questions',
		inputs: {
			table: { kind: 'table', title: 'Table', help: 'From CSV, TSV or JSON.' },
			question: { ...question, help: 'In the language of the table.' },
		},
		parameters: {},
		output: 'table',
		call: {
			type: 'single',
			answer: 'json',
			payload: inputs => {
				const { columns, rows } = inputs.table('table');
				const table = columns.map((name, at) => [name, rows.map(row => row[at] ?? '')]);
				return { inputs: { query: inputs.text('question'), table: Object.fromEntries(table) as unknown } };
			},
			read: (answer, inputs) => readTableAnswer(answer, inputs.table('table')),
		},
	},
	'visual-question-answering': {
		title: 'Answer from Image',
		help: 'Answers a question about what is in a picture.',
		icon: 'comment-unresolved',
		group: 'questions',
		inputs: { image: { kind: 'image', title: 'Image', help: 'The picture to look at.' }, question },
		parameters: { top_k: answers },
		output: 'labels',
		call: { type: 'single', answer: 'json', payload: ofPicture, read: readPictureAnswers },
	},
	'document-question-answering': {
		title: 'Answer from Scanned Document',
		help: 'Reads the picture of a document and finds the answer to a question in it.',
		icon: 'note',
		group: 'questions',
		inputs: {
			image: { kind: 'image', title: 'Image', help: 'A picture of one page.' },
			question: { ...question, help: 'Such as “What is the total?”' },
		},
		parameters: { top_k: answers, max_answer_len: longestAnswer },
		output: 'labels',
		call: { type: 'single', answer: 'json', payload: ofPicture, read: readPictureAnswers },
	},
} as const satisfies Partial<Record<Task, TaskDescription>>;
