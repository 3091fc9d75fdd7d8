import assert from 'node:assert/strict';
import { it } from 'mocha';
import { ProblemError } from '../../../../src/util/problemError';

/** Answers that say the same, in the forms that servers and providers have for it, and what is read. */
export type ReadAnswers = readonly [
	what: string,
	read: (answer: unknown) => unknown,
	answers: readonly unknown[],
	output: unknown,
];

/** Answers that a reader refuses, without telling what was in them. */
export type IllegalAnswers = readonly [read: (answer: unknown) => unknown, answers: readonly unknown[]];

/** Registers a test for each answer. */
export function testReaders(all: readonly ReadAnswers[], illegal: readonly IllegalAnswers[]): void {
	for (const [what, read, answers, output] of all) {
		for (const answer of answers) {
			it(`read ${what}: ${JSON.stringify(answer)}`, () => assert.deepEqual(read(answer), output));
		}
	}

	for (const [index, [read, answers]] of illegal.entries()) {
		for (const answer of answers) {
			it(`refuse ${JSON.stringify(answer)} (${index})`, () => {
				assert.throws(
					() => read(answer),
					(error: unknown) =>
						error instanceof ProblemError &&
						error.problem.code === 'protocol' &&
						!error.problem.detail.includes('secret'),
				);
			});
		}
	}
}
