import type { Problem } from '../shared/problem';
import { ProblemError } from './problemError';
import { redact } from './redact';

/** The problem that an error carries; an abort is `cancelled`, anything else is `unexpected` and belongs in the log too. */
export function problemOf(error: unknown): Problem {
	if (error instanceof ProblemError) {
		return error.problem;
	}
	if (error instanceof Error && error.name === 'AbortError') {
		return { code: 'cancelled' };
	}
	return { code: 'unexpected', detail: redact(error instanceof Error ? error.message : String(error)) };
}
