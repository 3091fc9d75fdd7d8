import assert from 'node:assert/strict';
import type { Problem } from '../../../src/shared/problem';
import { ProblemError } from '../../../src/util/problemError';

/** The problem that `work` fails with; it must fail with one. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
	const outcome = await work.then(
		value => ({ value }),
		(error: unknown) => ({ error }),
	);
	assert.ok('error' in outcome, 'It did not fail');
	assert.ok(outcome.error instanceof ProblemError, `It failed with ${String(outcome.error)}`);
	return outcome.error.problem;
}
