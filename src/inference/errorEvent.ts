/** A failure that a provider reports in the middle of a stream, with status 200. The message says nothing of what it holds. */
export class ErrorEvent extends Error {
	override readonly name = 'ErrorEvent';

	constructor(readonly event: Readonly<Record<string, unknown>>) {
		super('The provider reported an error in its stream');
	}
}
