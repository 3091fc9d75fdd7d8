import type { AnswerFacts } from '../net/operation';
import { problemOfNetworkError } from '../net/problemOfNetworkError';
import { toProblem } from '../net/toProblem';
import type { Problem } from '../shared/problem';
import { isRecord } from '../util/isRecord';
import { ProblemError } from '../util/problemError';
import type { AskedOfModel } from './askedOfModel';
import { ErrorEvent } from './errorEvent';
import { problemOfErrorEvent } from './problemOfErrorEvent';
import { problemOfRefusal } from './problemOfRefusal';
import { withoutPrompt } from './withoutPrompt';

/**
 * Turns whatever a call of a model failed with into its problem. The client package's errors hold the prompt and are
 * known by their `.name`; what the answer was comes from `facts`, because the package drops most error bodies.
 */
export function inferenceProblem(
	error: unknown,
	facts: AnswerFacts | undefined,
	asked: AskedOfModel,
): Problem {
	if (error instanceof ProblemError) {
		return error.problem;
	}
	if (facts && facts.status >= 400) {
		return problemOfRefusal(facts, asked);
	}
	const event = errorEventOf(error);
	if (event) {
		return problemOfErrorEvent(event, facts?.host ?? '', asked);
	}
	const name = error instanceof Error ? error.name : '';
	if (name === 'ProviderApiError') {
		return { code: 'protocol', detail: wrongType(facts?.contentType, 'an event stream') };
	}
	if (name === 'InputError' && error instanceof Error) {
		// The package checks what some providers take before it asks them, such as the types of sounds.
		return { code: 'input.invalid', detail: withoutPrompt(error.message, asked.text) };
	}
	if (name === 'ProviderOutputError') {
		return { code: 'protocol', detail: 'The answer is not what the task’s protocol says.' };
	}
	if (facts && isBrokenConnection(error, facts.host)) {
		return { code: 'stream.cut' };
	}
	return toProblem(error, facts);
}

/** “Expected X, not Y”, of two content types. */
export function wrongType(contentType: string | undefined, expected: string): string {
	const type = contentType?.split(';', 1)[0]?.trim() ?? '';
	return `Expected ${expected}, not ${/^[\w.+/-]{3,60}$/.test(type) ? type : 'an answer without a type'}.`;
}

/** The package throws for chunks with an `error` key; the chunk is what it gives as the answer's body. */
function errorEventOf(error: unknown): Readonly<Record<string, unknown>> | undefined {
	if (error instanceof ErrorEvent) {
		return error.event;
	}
	if (!(error instanceof Error) || error.name !== 'ProviderApiError' || !('httpResponse' in error)) {
		return undefined;
	}
	const { httpResponse } = error;
	return isRecord(httpResponse) && isRecord(httpResponse.body) && 'error' in httpResponse.body
		? httpResponse.body
		: undefined;
}

/** After the headers have come, a broken connection has cut an answer; undici calls a body that ends too early `terminated`. */
function isBrokenConnection(error: unknown, host: string): boolean {
	return (
		problemOfNetworkError(error, host, 0) !== undefined ||
		(error instanceof TypeError && error.message === 'terminated')
	);
}
