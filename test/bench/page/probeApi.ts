/** How the first delta of a run came. Times are epoch milliseconds with a fraction. */
export interface PageFirst {
	/** When its message was there. */
	readonly receivedAt: number;
	/** When its text was on the screen. */
	readonly at: number;
}

/** How the end of a run was shown. Times are epoch milliseconds with a fraction. */
export interface PageEnd {
	/** When the last change of the answer was on the screen. */
	readonly at: number;
	/** Milliseconds of each task over 50 ms that was the page's own. */
	readonly longTasks: readonly number[];
	/** Milliseconds of each that was another frame's of the same process. */
	readonly foreignTasks: readonly number[];
	/** The end of the answer as it can be read. */
	readonly tail: string;
}

/** What is put into the page's frame as `globalThis.benchProbe`; it watches the next run that the page shows. */
export interface PageProbe {
	/** Forgets what was seen; the run that is shown now does not count. */
	arm(): void;
	/** Resolves when the first text of the run is on the screen. */
	first(): Promise<PageFirst>;
	/** Resolves when the run has ended and its answer has not changed for some frames. */
	end(): Promise<PageEnd>;
	/** When a button of the page was last clicked; 0 if none was. */
	clickedAt(): number;
}
