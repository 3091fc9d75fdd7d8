/** How many labels of an answer are shown; the same for texts, pictures and sounds. */
export const labelCount = {
	type: 'integer',
	title: 'Labels',
	help: 'How many to show, the likeliest first.',
	minimum: 1,
	maximum: 100,
} as const;
