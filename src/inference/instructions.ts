import type { Instruction } from './runRequest';

/** The instructions that are always on offer. Fix and Document answer with the whole passage, ready to take its place. */
export const instructions: readonly Instruction[] = [
	{
		title: 'Explain',
		prompt: [
			'Explain this passage to someone who knows the language but not this code.',
			'Begin with one sentence that says what it is for. Then go through how it works, in the order in which a reader meets it,',
			'and end with what is easily overlooked: edge cases, side effects, assumptions. Quote only what you speak about.',
		].join(' '),
	},
	{
		title: 'Fix',
		prompt: [
			'Find what is wrong in this passage and put it right.',
			'First list each mistake in one sentence: what happens, and when. Then give the whole passage, corrected, in one fenced',
			'code block that can take its place: same indentation, same style, nothing changed that is not wrong.',
			'If you find no mistake, say so and give no code.',
		].join(' '),
	},
	{
		title: 'Document',
		prompt: [
			'Document this passage in the form that its language and file use.',
			'Say what callers need and cannot see from the names and types: purpose, units, invariants, errors. Do not repeat the code in words.',
			'Give the whole passage with the comments in one fenced code block that can take its place; change no code.',
		].join(' '),
	},
	{
		title: 'Write Tests',
		prompt: [
			'Write tests for this passage, with the test framework that its language and file suggest.',
			'Cover what it promises, its edge cases and its errors; each test checks one thing and its name says which.',
			'Give one fenced code block with the whole test file. After it, name in one sentence what cannot be tested from this passage alone.',
		].join(' '),
	},
];
