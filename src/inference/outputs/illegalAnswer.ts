import { ProblemError } from '../../util/problemError';

/** The error for an answer that is not what the protocol says. `expected` goes into “Expected …, not …”. */
export function illegalAnswer(expected: string, answer: unknown): ProblemError {
	return new ProblemError({ code: 'protocol', detail: `Expected ${expected}, not ${kindOf(answer)}.` });
}

/** What a value is, never what it says: answers may repeat the input. */
function kindOf(value: unknown): string {
	if (value === null || value === undefined) {
		return 'nothing';
	}
	if (Array.isArray(value)) {
		return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
	}
	return typeof value === 'object' ? 'another object' : `a ${typeof value}`;
}
