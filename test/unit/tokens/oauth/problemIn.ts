import { ProblemError } from '../../../../src/util/problemError';

/** The code of what a use came to, if it failed. */
export async function problemIn(using: Promise<unknown>): Promise<string | undefined> {
	try {
		await using;
		return undefined;
	} catch (error) {
		return error instanceof ProblemError ? error.problem.code : 'unexpected';
	}
}
