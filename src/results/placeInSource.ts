import { maskAccessTokens } from '../util/maskAccessTokens';
import { foundOnce } from './foundOnce';
import type { Offsets } from './offsets';
import { isSameText } from './replacement';

/** A document as it is now, and what a question was about in it. */
export interface AskedPassage {
	readonly document: string;
	/** What was sent. */
	readonly text: string;
	/** From where it came to where it ended, as far as the document still reaches. */
	readonly range: Offsets;
	/** Whether what was sent is not what stands there: several selections, or a passage without its access tokens. */
	readonly isInexact: boolean;
	/** What is selected in the document. */
	readonly selected: readonly Offsets[];
}

/**
 * What an answer to a question replaces in its document. Between several selections stands what was never sent, so that
 * their place is known only where they are one piece after all, or from what the user selects now; nothing where it is not.
 */
export function placeInSource(passage: AskedPassage): Offsets | undefined {
	const { document, text, range, isInexact, selected } = passage;
	const found = foundOnce(document, text);
	if (found) {
		return found;
	}
	if (!isInexact || isSameText(maskAccessTokens(document.slice(range.start, range.end)), text)) {
		return range;
	}
	const [only] = selected;
	return only && selected.length === 1 && only.end > only.start ? only : undefined;
}
