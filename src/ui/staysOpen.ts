/**
 * Why a box stays open when one clicks elsewhere, which is what its `ignoreFocusOut` says. Without one of these reasons it does not: a
 * list in which nothing was typed closes, as all of the editor's do.
 */
export const STAYS_OPEN = {
	/** A page's button may have asked for it: the page takes the keyboard back a moment later, which is no wish to leave. */
	askedFromPage: true,
	/** What was typed or ticked in it, or in the box that it is a step of, would be lost. */
	holdsInput: true,
} as const;
