import type { InputForm } from '../../src/shared/inputForm';
import type { ToPage } from '../../src/shared/protocol';

const FORM: InputForm = {
	id: 'form',
	title: 'Answer from Image',
	help: 'Answers a question from what a picture shows.',
	model: 'dandelin/vilt-b32-finetuned-vqa',
	inputs: [
		{ name: 'image', title: 'Image', help: 'PNG, JPEG or WebP.', isRequired: true, kind: 'image' },
		{
			name: 'question',
			title: 'Question',
			help: 'One that the picture answers.',
			isRequired: true,
			kind: 'text',
			value: '',
			isLong: false,
		},
		{
			name: 'labels',
			title: 'Labels',
			help: 'One on each line.',
			isRequired: true,
			kind: 'list',
			value: ['a boat', 'a buoy'],
			minimum: 2,
			maximum: 50,
		},
		{
			name: 'table',
			title: 'Table',
			help: 'CSV, TSV or JSON.',
			isRequired: false,
			kind: 'table',
			value: 'harbour,ships\nTexel,12\n',
		},
	],
	parameters: [
		{
			name: 'tgt_lang',
			title: 'To',
			help: 'The language of the answer.',
			isRequired: true,
			kind: 'choice',
			options: [{ value: 'de', label: 'German' }],
		},
		{
			name: 'top_k',
			title: 'Answers',
			help: 'How many there are at most.',
			isRequired: false,
			kind: 'number',
			isWhole: true,
			minimum: 1,
			maximum: 100,
			value: 5,
		},
		{
			name: 'multi',
			title: 'Several may fit',
			help: 'Scores no longer add up to 100 %.',
			isRequired: false,
			kind: 'flag',
			value: true,
		},
	],
	complaints: {},
};

/** A form whose run is told in tokens. */
const ESTIMATED: InputForm = {
	id: 'form',
	title: 'Classify by Own Labels',
	help: 'Says which of your labels fit the text; the model needs no training for them.',
	model: 'facebook/bart-large-mnli',
	inputs: [
		{
			name: 'text',
			title: 'Text',
			help: 'What to run on.',
			isRequired: true,
			kind: 'text',
			value: 'The invoice is wrong.',
			isLong: true,
		},
		{
			name: 'labels',
			title: 'Labels',
			help: 'What the text could be about, such as “billing” and “bug report”.',
			isRequired: true,
			kind: 'list',
			value: ['money', 'weather'],
			minimum: 1,
			maximum: 100,
		},
	],
	parameters: [],
	isEstimated: true,
	complaints: {},
};

/** The form for what is missing before a run, each state as the messages that bring it about. */
export const FORMS = {
	form: [
		{ type: 'state', runs: [], selected: undefined },
		{ type: 'form', form: FORM },
	],
	formEstimated: [
		{ type: 'state', runs: [], selected: undefined },
		{ type: 'form', form: ESTIMATED },
		{ type: 'formEstimate', id: 'form', estimate: { promptTokens: 32, isCounted: false } },
	],
	formWithComplaints: [
		{ type: 'state', runs: [], selected: undefined },
		{
			type: 'form',
			form: {
				...FORM,
				complaints: {
					image: 'tides.txt is not an image that models take.',
					question: 'Question is missing.',
					top_k: 'Answers is to be a whole number from 1 to 100.',
				},
			},
		},
	],
} as const satisfies Readonly<Record<string, readonly ToPage[]>>;
