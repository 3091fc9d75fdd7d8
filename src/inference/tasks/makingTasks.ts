import type { Task } from '../../shared/task';
import type { TaskInputs } from '../inputs/taskInputs';
import type { ParameterValues } from '../parameters';
import type { Payload } from '../payload';
import type { TaskDescription } from '../taskDescription';

const description = {
	kind: 'text',
	title: 'Description',
	help: 'What is to be seen, and in which manner.',
	isLong: true,
} as const;
const image = { kind: 'image', title: 'Image', help: 'The picture to start from.' } as const;

const side = {
	type: 'integer',
	help: 'In pixels. Models have sizes that they were trained for.',
	minimum: 64,
	maximum: 4096,
} as const;
const seed = {
	type: 'integer',
	title: 'Seed',
	help: 'The same one gives the same again.',
	minimum: 0,
	maximum: 2 ** 31 - 1,
} as const;
const diffusion = {
	num_inference_steps: {
		type: 'integer',
		title: 'Steps',
		help: 'More are slower and, up to a point, better.',
		minimum: 1,
		maximum: 200,
	},
	guidance_scale: {
		type: 'number',
		title: 'Guidance',
		help: 'How closely the description is followed.',
		minimum: 0,
		maximum: 30,
	},
	negative_prompt: {
		type: 'text',
		title: 'Leave out',
		help: 'What is not to be seen.',
		maxLength: 2000,
	},
	seed,
} as const;
const frames = {
	type: 'integer',
	title: 'Frames',
	help: 'How long the film is.',
	minimum: 1,
	maximum: 1000,
} as const;

const ofDescription = (inputs: TaskInputs, parameters: ParameterValues): Payload => ({
	inputs: inputs.text('prompt'),
	parameters,
});

/** The prompt is a parameter of the tasks that start from a picture. */
const ofImage = (inputs: TaskInputs, parameters: ParameterValues): Payload => {
	const prompt = inputs.text('prompt');
	return { file: inputs.file('image'), parameters: { ...parameters, ...(prompt && { prompt }) } };
};

/** The tasks that make pictures and films. */
export const makingTasks = {
	'image-to-image': {
		title: 'Change Image',
		help: 'Makes a new picture from one, following your prompt.',
		icon: 'wand',
		group: 'images',
		inputs: {
			image,
			prompt: {
				kind: 'text',
				title: 'Prompt',
				help: 'What is to change, such as “make it night”.',
				isOptional: true,
				isAsked: true,
			},
		},
		parameters: diffusion,
		output: 'image',
		call: {
			type: 'single',
			answer: 'image',
			payload: ofImage,
			read: media => ({ kind: 'image', image: media }),
		},
	},
	'image-to-video': {
		title: 'Animate Image',
		help: 'Makes a short film that starts from a picture.',
		icon: 'device-camera-video',
		group: 'images',
		inputs: {
			image,
			prompt: {
				kind: 'text',
				title: 'Prompt',
				help: 'What is to happen, such as “the boat sails away”.',
				isOptional: true,
				isAsked: true,
			},
		},
		parameters: { num_frames: frames, ...diffusion },
		output: 'video',
		call: {
			type: 'single',
			answer: 'video',
			payload: ofImage,
			read: media => ({ kind: 'video', video: media }),
		},
	},
	'text-to-image': {
		title: 'Create Image',
		help: 'Makes a picture from its description.',
		icon: 'sparkle',
		group: 'text',
		inputs: { prompt: description },
		parameters: { width: { ...side, title: 'Width' }, height: { ...side, title: 'Height' }, ...diffusion },
		output: 'image',
		call: {
			type: 'single',
			answer: 'image',
			payload: ofDescription,
			read: media => ({ kind: 'image', image: media }),
		},
	},
	'text-to-video': {
		title: 'Create Video',
		help: 'Makes a short film from its description.',
		icon: 'device-camera-video',
		group: 'text',
		inputs: { prompt: description },
		parameters: { num_frames: frames, ...diffusion },
		output: 'video',
		call: {
			type: 'single',
			answer: 'video',
			payload: ofDescription,
			read: media => ({ kind: 'video', video: media }),
		},
	},
} as const satisfies Partial<Record<Task, TaskDescription>>;
