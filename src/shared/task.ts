/** The Hub's pipeline tags that can be run here, and `conversational`, the providers' own name for chat. */
export const TASKS = [
	'conversational',
	'summarization',
	'translation',
	'text-classification',
	'token-classification',
] as const;

export type Task = (typeof TASKS)[number];

export function isTask(value: unknown): value is Task {
	return (TASKS as readonly unknown[]).includes(value);
}
