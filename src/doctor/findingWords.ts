import type { Severity } from '../shared/diagnosis';
import type { Remedy } from '../ui/remedy';

/** A finding in words: what, why it matters and what to do, and the buttons that do it. */
export interface FindingWords {
	readonly severity: Severity;
	readonly title: string;
	readonly explanation: string;
	readonly remedies: readonly Remedy[];
}

/** One row for each kind of finding in a group: a finding without words does not compile. */
export type WordTable<F extends { readonly kind: string }> = {
	readonly [K in F['kind']]: (finding: Extract<F, { readonly kind: K }>) => FindingWords;
};

/** A finding that asks for nothing. */
export function good(title: string, explanation: string): FindingWords {
	return { severity: 'good', title, explanation, remedies: [] };
}

export function note(title: string, explanation: string, ...remedies: readonly Remedy[]): FindingWords {
	return { severity: 'note', title, explanation, remedies };
}

export function warning(title: string, explanation: string, ...remedies: readonly Remedy[]): FindingWords {
	return { severity: 'warning', title, explanation, remedies };
}

export function trouble(title: string, explanation: string, ...remedies: readonly Remedy[]): FindingWords {
	return { severity: 'problem', title, explanation, remedies };
}
