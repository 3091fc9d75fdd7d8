import type { Problem } from '../shared/problem';
import { isRecord } from '../util/isRecord';
import { wordProblem } from './wordProblem';

/** A problem that cannot be worded, such as one of a later version, is shown as an unexpected one. */
export function readProblem(value: unknown): Problem {
	if (isRecord(value) && Object.values(value).every(isPlain)) {
		const problem = value as unknown as Problem;
		try {
			if (typeof wordProblem(problem).title === 'string') {
				return problem;
			}
		} catch {
			// It has a code that has no words here.
		}
	}
	return { code: 'unexpected', detail: 'What went wrong is no longer known.' };
}

function isPlain(value: unknown): boolean {
	return typeof value !== 'object' || (Array.isArray(value) && value.every(one => typeof one === 'string'));
}
