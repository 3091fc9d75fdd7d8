/** A label and the probability that the model gives it, between 0 and 1. */
export interface ScoredLabel {
	readonly label: string;
	readonly score: number;
}

/** A labelled stretch of the input: `start` and `end` are UTF-16 offsets into the run's input text, end exclusive. */
export interface Span extends ScoredLabel {
	readonly start: number;
	readonly end: number;
}

/** What a run answers, one kind per way of looking at it. The page has one renderer for each. */
export type Output =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'chat'; readonly content: string; readonly reasoning: string }
	| { readonly kind: 'labels'; readonly labels: readonly ScoredLabel[] }
	| { readonly kind: 'spans'; readonly text: string; readonly spans: readonly Span[] };

export type OutputKind = Output['kind'];
export type OutputOf<K extends OutputKind> = Extract<Output, { kind: K }>;
