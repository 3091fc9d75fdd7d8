import type { Remedy } from './remedy';

/** A problem in words: what happened (`title`), why and what to do (`explanation`), and the buttons that do it. */
export interface ProblemWords {
	readonly title: string;
	readonly explanation: string;
	readonly remedies: readonly Remedy[];
}
