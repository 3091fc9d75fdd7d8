/** In bytes: what a question takes of one text. */
export const LARGEST_ATTACHED_TEXT = 1_000_000;
