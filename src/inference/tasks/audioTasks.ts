import type { Task } from '../../shared/task';
import { readClips } from '../outputs/readClips';
import { readLabels } from '../outputs/readLabels';
import { readTranscript } from '../outputs/readTranscript';
import type { TaskDescription } from '../taskDescription';
import { labelCount } from './labelCount';
import { payloadOfFile } from './payloadOfFile';
import { payloadOfText } from './payloadOfText';

const audio = { kind: 'audio', title: 'Sound', help: 'The recording to listen to.' } as const;

/** The tasks that listen, and those that make sounds. */
export const audioTasks = {
	'automatic-speech-recognition': {
		title: 'Transcribe',
		help: 'Writes down what is said in a recording.',
		icon: 'mic',
		group: 'sounds',
		inputs: { audio },
		parameters: {
			return_timestamps: {
				type: 'flag',
				title: 'With times',
				help: 'Say when each part is spoken; not every model can.',
			},
		},
		output: 'transcript',
		call: {
			type: 'single',
			answer: 'json',
			payload: payloadOfFile('audio'),
			read: (answer, inputs) => readTranscript(answer, inputs.media('audio')),
		},
	},
	'audio-classification': {
		title: 'Classify Sound',
		help: 'Gives a recording labels with probabilities.',
		icon: 'tag',
		group: 'sounds',
		inputs: { audio },
		parameters: {
			top_k: labelCount,
		},
		output: 'labels',
		call: { type: 'single', answer: 'json', payload: payloadOfFile('audio'), read: readLabels },
	},
	'audio-to-audio': {
		title: 'Clean or Split Sound',
		help: 'Removes noise from a recording, or takes its voices apart.',
		icon: 'unmute',
		group: 'sounds',
		inputs: { audio },
		parameters: {},
		output: 'audio',
		call: { type: 'single', answer: 'json', payload: payloadOfFile('audio'), read: readClips },
	},
	'text-to-speech': {
		title: 'Read Aloud',
		help: 'Speaks the text.',
		icon: 'megaphone',
		group: 'text',
		inputs: { text: { kind: 'text', title: 'Text', help: 'What to say.', isLong: true } },
		parameters: {
			voice: {
				type: 'text',
				title: 'Voice',
				help: 'One of the model’s own names, such as af_alloy.',
				maxLength: 60,
			},
		},
		output: 'audio',
		call: {
			type: 'single',
			answer: 'audio',
			payload: payloadOfText,
			read: media => ({ kind: 'audio', clips: [{ audio: media }] }),
		},
	},
	'text-to-audio': {
		title: 'Create Sound',
		help: 'Makes music or noises from their description.',
		icon: 'music',
		group: 'text',
		inputs: {
			text: { kind: 'text', title: 'Description', help: 'What is to be heard.', isLong: true },
		},
		parameters: {},
		output: 'audio',
		call: {
			type: 'single',
			answer: 'audio',
			payload: payloadOfText,
			read: media => ({ kind: 'audio', clips: [{ audio: media }] }),
		},
	},
} as const satisfies Partial<Record<Task, TaskDescription>>;
