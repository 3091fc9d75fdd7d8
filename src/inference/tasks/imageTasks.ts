import type { Task } from '../../shared/task';
import { base64 } from '../base64';
import { readBoxes } from '../outputs/readBoxes';
import { readGeneratedText } from '../outputs/readGeneratedText';
import { readLabels } from '../outputs/readLabels';
import { readMasks } from '../outputs/readMasks';
import { readZeroShot } from '../outputs/readZeroShot';
import type { TaskDescription } from '../taskDescription';
import { labelCount } from './labelCount';
import { payloadOfFile } from './payloadOfFile';

const image = { kind: 'image', title: 'Image', help: 'The picture to look at.' } as const;

/** The tasks that look at a picture. */
export const imageTasks = {
	'image-to-text': {
		title: 'Describe Image',
		help: 'Says in a sentence what is in a picture, or reads the text in it.',
		icon: 'file-media',
		group: 'images',
		inputs: { image },
		parameters: {
			max_new_tokens: {
				type: 'integer',
				title: 'Longest text',
				help: 'In tokens.',
				minimum: 1,
				maximum: 4096,
			},
		},
		output: 'text',
		call: {
			type: 'single',
			answer: 'json',
			payload: payloadOfFile('image'),
			read: answer => readGeneratedText(answer, 'generated_text'),
		},
	},
	'image-classification': {
		title: 'Classify Image',
		help: 'Gives a picture labels with probabilities.',
		icon: 'tag',
		group: 'images',
		inputs: { image },
		parameters: {
			top_k: labelCount,
		},
		output: 'labels',
		call: { type: 'single', answer: 'json', payload: payloadOfFile('image'), read: readLabels },
	},
	'zero-shot-image-classification': {
		title: 'Classify Image by Own Labels',
		help: 'Says which of your labels fit a picture; the model needs no training for them.',
		icon: 'list-selection',
		group: 'images',
		inputs: {
			image,
			labels: {
				kind: 'list',
				title: 'Labels',
				help: 'What could be in the picture, such as “a cat” and “a dog”.',
				minimum: 1,
				maximum: 100,
			},
		},
		parameters: {
			hypothesis_template: {
				type: 'text',
				title: 'Sentence for a label',
				help: 'How a label becomes a sentence; {} stands for it, as in “A photo of {}.”',
				maxLength: 200,
			},
		},
		output: 'labels',
		call: {
			type: 'single',
			answer: 'json',
			payload: (inputs, parameters) => ({
				inputs: { image: base64(inputs.file('image').bytes) },
				parameters: { ...parameters, candidate_labels: inputs.list('labels') },
			}),
			read: readZeroShot,
		},
	},
	'object-detection': {
		title: 'Find Objects in Image',
		help: 'Draws a box around each thing in a picture and names it.',
		icon: 'screen-full',
		group: 'images',
		inputs: { image },
		parameters: {
			threshold: {
				type: 'number',
				title: 'Least probability',
				help: 'What is less likely is left out.',
				minimum: 0,
				maximum: 1,
			},
		},
		output: 'boxes',
		call: {
			type: 'single',
			answer: 'json',
			payload: payloadOfFile('image'),
			read: (answer, inputs) => readBoxes(answer, inputs.media('image')),
		},
	},
	'image-segmentation': {
		title: 'Cut Image into Parts',
		help: 'Colours each part of a picture and names it.',
		icon: 'paintcan',
		group: 'images',
		inputs: { image },
		parameters: {
			subtask: {
				type: 'choice',
				title: 'Parts',
				help: 'Single things (instance), all of a kind together (semantic), or both (panoptic).',
				choices: ['instance', 'panoptic', 'semantic'],
			},
			threshold: {
				type: 'number',
				title: 'Least probability',
				help: 'What is less likely is left out.',
				minimum: 0,
				maximum: 1,
			},
			mask_threshold: {
				type: 'number',
				title: 'Least probability of a pixel',
				help: 'From which on it belongs to a part.',
				minimum: 0,
				maximum: 1,
			},
		},
		output: 'masks',
		call: {
			type: 'single',
			answer: 'json',
			payload: (inputs, parameters) => ({ file: inputs.file('image'), parameters, alwaysText: true }),
			read: (answer, inputs) => readMasks(answer, inputs.media('image')),
		},
	},
} as const satisfies Partial<Record<Task, TaskDescription>>;
