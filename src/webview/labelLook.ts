/** Colours there are; labels beyond them share a colour, and differ in how their lines are drawn. */
const COLOURS = 6;
const LINES = 3;

/** Classes for the `index`-th label of an answer: its colour, and its kind of line. */
export function labelLook(index: number): string {
	return `colour-${index % COLOURS} line-${Math.floor(index / COLOURS) % LINES}`;
}
