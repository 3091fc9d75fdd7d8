import type { Problem } from '../shared/problem';
import { ProblemError } from '../util/problemError';
import { redact } from '../util/redact';
import type { AnswerFacts } from './operation';
import { type Asked, problemOfAnswer } from './problemOfAnswer';
import { problemOfNetworkError } from './problemOfNetworkError';

/** How long undici waits between two chunks of a body; the one timeout that passes this way without a clock of ours. */
const BODY_TIMEOUT_SECONDS = 300;

/** Turns whatever an operation threw into its problem. `facts` are of the operation's last answer; never a stack, never a token. */
export function toProblem(
	error: unknown,
	facts?: AnswerFacts,
	asked: Asked = { permission: 'hub.read', signedIn: false },
): Problem {
	if (error instanceof ProblemError) {
		return error.problem;
	}
	if (named(error, 'AbortError')) {
		return { code: 'cancelled' };
	}
	const host = facts?.host ?? '';
	const network = problemOfNetworkError(error, host, BODY_TIMEOUT_SECONDS);
	if (network) {
		return network;
	}
	if (facts && facts.status >= 400) {
		return problemOfAnswer(facts, asked);
	}
	const status = statusOf(error);
	if (status !== undefined) {
		return problemOfAnswer({ status, host }, asked);
	}
	return contentProblem(error, facts);
}

/** An answer that came, but not as the client package expects it; or a fault of our own. */
function contentProblem(error: unknown, facts: AnswerFacts | undefined): Problem {
	if (error instanceof SyntaxError) {
		return { code: 'protocol', detail: 'The answer is not valid JSON.' };
	}
	if (facts && error instanceof TypeError) {
		return {
			code: 'protocol',
			detail: 'Something is missing from the answer, or is not of the expected kind.',
		};
	}
	const message = error instanceof Error ? error.message : String(error);
	const detail = redact(message.split('\n', 1)[0] ?? '').slice(0, 300);
	return facts ? { code: 'protocol', detail } : { code: 'unexpected', detail };
}

function named(error: unknown, name: string): boolean {
	return error instanceof Error && error.name === name;
}

/** `HubApiError` by its shape: two copies of a client package would not share the class. */
function statusOf(error: unknown): number | undefined {
	return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
		? error.statusCode
		: undefined;
}
