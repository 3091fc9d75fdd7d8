/** Why there is something at a path that cannot be read as a small text. */
export type UnreadableReason = 'denied' | 'tooLarge' | 'notAFile' | 'damaged' | 'failed';

/** A file that is there and cannot be read. Its message holds nothing of what is in it. */
export class UnreadableFile extends Error {
	override readonly name = 'UnreadableFile';

	constructor(
		readonly path: string,
		readonly reason: UnreadableReason,
	) {
		super(reason);
	}
}
