import { diffWordsWithSpace } from 'diff';

/** Characters of a text up to which its words are compared. */
const LONGEST = 40_000;
/** Milliseconds that a comparison may take: the work grows with the square of what differs, and the page waits for it. */
const PATIENCE = 200;

/** Stretches of two texts in their order, or that it takes too long to find them. */
export type WordDifference =
	| ReadonlyArray<{ readonly kind: 'same' | 'added' | 'removed'; readonly text: string }>
	| 'tooMuch';

/** The words in which two texts differ. */
export function wordDifference(from: string, to: string): WordDifference {
	const parts =
		from.length > LONGEST || to.length > LONGEST
			? undefined
			: diffWordsWithSpace(from, to, { timeout: PATIENCE });
	return (
		parts?.map(({ added, removed, value }) => ({
			kind: added ? 'added' : removed ? 'removed' : 'same',
			text: value,
		})) ?? 'tooMuch'
	);
}
