import type { Credential } from '../net/credential';
import type { AnswerFacts, Operation, OperationOptions } from '../net/operation';
import { problemOfAnswer } from '../net/problemOfAnswer';
import { toProblem } from '../net/toProblem';
import type { Problem } from '../shared/problem';
import { ProblemError } from '../util/problemError';

export interface JsonRequest {
	readonly url: URL;
	readonly credential?: Credential | undefined;
	readonly signal: AbortSignal;
	/** What an error status means here, where it means more than everywhere. */
	readonly refusal?: (facts: AnswerFacts) => Problem | undefined;
}

/** Asks for JSON at the URL's own origin. Every failure is a `ProblemError`. */
export async function getJson(
	openOperation: (options: OperationOptions) => Operation,
	{ url, credential, signal, refusal }: JsonRequest,
): Promise<unknown> {
	const operation = openOperation({ origins: [url.origin], credential, signal });
	try {
		const response = await operation.fetch(url, {
			headers: {
				Accept: 'application/json',
				...(credential && { Authorization: `Bearer ${credential.value}` }),
			},
		});
		if (response.ok) {
			return await response.json();
		}
	} catch (error) {
		throw new ProblemError(toProblem(error, operation.last));
	}
	const facts = operation.last ?? { status: 0, host: url.host };
	throw new ProblemError(
		refusal?.(facts) ??
			problemOfAnswer(facts, {
				permission: 'hub.read',
				signedIn: credential !== undefined,
				...(credential && { tokenName: credential.name }),
			}),
	);
}
