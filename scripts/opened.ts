/** A VS Code that has been opened for a person. */
export interface Opened {
	/** Resolves when the person closes it. */
	readonly closed: Promise<void>;
	close(): Promise<void>;
}
