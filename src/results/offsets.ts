/** A stretch of a document in UTF-16 offsets; `end` is exclusive. */
export interface Offsets {
	readonly start: number;
	readonly end: number;
}
