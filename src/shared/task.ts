/**
 * The Hub's pipeline tags that can be run here, and `conversational`, the providers' own name for chat. The order is that
 * of the pick list.
 */
export const TASKS = [
	'conversational',
	'text-generation',
	'summarization',
	'translation',
	'text-classification',
	'token-classification',
	'zero-shot-classification',
	'fill-mask',
	'question-answering',
	'table-question-answering',
	'sentence-similarity',
	'feature-extraction',
	'image-to-text',
	'image-classification',
	'zero-shot-image-classification',
	'object-detection',
	'image-segmentation',
	'visual-question-answering',
	'document-question-answering',
	'image-to-image',
	'image-to-video',
	'text-to-image',
	'text-to-video',
	'automatic-speech-recognition',
	'audio-classification',
	'audio-to-audio',
	'text-to-speech',
	'text-to-audio',
	'tabular-classification',
	'tabular-regression',
] as const;

export type Task = (typeof TASKS)[number];

export function isTask(value: unknown): value is Task {
	return (TASKS as readonly unknown[]).includes(value);
}
