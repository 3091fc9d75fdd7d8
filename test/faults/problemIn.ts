import type { Problem } from '../../src/shared/problem';
import { ProblemError } from '../../src/util/problemError';
import { FailedRun } from './operations';

/** The problem that an operation failed with. Whatever else was thrown is no outcome but a mistake. */
export async function problemIn(work: Promise<unknown>): Promise<Problem> {
	const error = await work.then(
		value => new Error(`It succeeded with ${JSON.stringify(value)}`),
		(thrown: unknown) => thrown,
	);
	if (error instanceof FailedRun || error instanceof ProblemError) {
		return error.problem;
	}
	throw error;
}
