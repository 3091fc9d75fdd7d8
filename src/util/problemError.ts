import type { Problem } from '../shared/problem';

/** An error that carries its problem; the message is the code alone, so that a log line holds nothing private. */
export class ProblemError extends Error {
	override readonly name = 'ProblemError';

	constructor(
		readonly problem: Problem,
		options?: ErrorOptions,
	) {
		super(problem.code, options);
	}
}
