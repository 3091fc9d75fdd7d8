/** Where one file of a download goes, and how it gets there once all of it has come. */
export interface Place {
	/** Where its bytes are gathered; the folder is there. */
	readonly incomplete: string;
	/** Puts what has been gathered under its own name, in one step. */
	finish(): Promise<void>;
}

/** Where the files of one download go. */
export interface Placement {
	/** Makes the folder, and finds out whether there is room for `bytes` more. */
	prepare(bytes: number): Promise<void>;
	/** How many bytes of a file have come at an earlier time; all of them where it is in its place. */
	there(index: number): Promise<number>;
	/** A file that is there while somebody of ours brings this one; of what has the same content, it is the same. */
	lock(index: number): string;
	/** The place of a file; nothing where it is there already. */
	place(index: number): Promise<Place | undefined>;
	/** When all files are in their places. */
	complete(): Promise<void>;
}
