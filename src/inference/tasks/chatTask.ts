import type { Task } from '../../shared/task';
import type { TaskDescription } from '../taskDescription';

/** The task that is a conversation. */
export const chatTask = {
	conversational: {
		title: 'Chat',
		help: 'Answers in words and code, following an instruction.',
		icon: 'comment-discussion',
		group: 'text',
		inputs: {
			text: { kind: 'text', title: 'Text', help: 'What it is about.', isLong: true, isOptional: true },
			system: {
				kind: 'text',
				title: 'System prompt',
				help: 'Who the model is and how it answers, in the place of our own words.',
				isLong: true,
				isOptional: true,
			},
		},
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
			top_p: {
				type: 'number',
				title: 'Top p',
				help: 'Only the likeliest words that together have this probability.',
				minimum: 0,
				maximum: 1,
			},
			seed: {
				type: 'integer',
				title: 'Seed',
				help: 'With the same one, a model is more likely to answer the same.',
				minimum: 0,
				maximum: Number.MAX_SAFE_INTEGER,
			},
			reasoning_effort: {
				type: 'choice',
				title: 'Reasoning effort',
				help: 'How long the model thinks; only for models that do.',
				choices: ['minimal', 'low', 'medium', 'high'],
			},
			frequency_penalty: {
				type: 'number',
				title: 'Frequency penalty',
				help: 'Above 0, words that came often come less often.',
				minimum: -2,
				maximum: 2,
			},
			presence_penalty: {
				type: 'number',
				title: 'Presence penalty',
				help: 'Above 0, the model turns to new matters sooner.',
				minimum: -2,
				maximum: 2,
			},
			stop: {
				type: 'list',
				title: 'Stop at',
				help: 'The answer ends before the first of these.',
				maximum: 4,
			},
		},
		output: 'chat',
		call: { type: 'chat' },
	},
} as const satisfies Partial<Record<Task, TaskDescription>>;
