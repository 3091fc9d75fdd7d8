/** What an upload is doing when nothing else can be done with it. */
export type UploadStep = 'comparing' | 'sending';

/** Lets one thing at a time be done with an upload. */
export class UploadTurn {
	private current: { readonly command: string; readonly step: UploadStep } | undefined;

	/** `refused` hears what is being done when something else was to be. */
	constructor(private readonly refused: (step: UploadStep) => void) {}

	/** Whether it cannot be done now, which is told: before questions are asked that would be for nothing. */
	refuses(command: string): boolean {
		// Pressed twice, a button does nothing more; its progress is seen.
		if (this.current && this.current.command !== command) {
			this.refused(this.current.step);
		}
		return this.current !== undefined;
	}

	/** Nothing where it was refused. */
	async take<T>(command: string, step: UploadStep, work: () => Promise<T>): Promise<T | undefined> {
		if (this.refuses(command)) {
			return undefined;
		}
		this.current = { command, step };
		try {
			return await work();
		} finally {
			this.current = undefined;
		}
	}
}
