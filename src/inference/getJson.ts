import { askedWith } from '../net/askedWith';
import type { Credential } from '../net/credential';
import type { AnswerFacts } from '../net/operation';
import { problemOfAnswer } from '../net/problemOfAnswer';
import { toProblem } from '../net/toProblem';
import type { Problem } from '../shared/problem';
import { ProblemError } from '../util/problemError';
import type { Services } from './services';
import { Watchdog } from './watchdog';
import { watchedFetch } from './watchedFetch';

export interface JsonRequest {
	readonly url: URL;
	readonly credential?: Credential | undefined;
	readonly signal: AbortSignal;
	/** What an error status means here, where it means more than everywhere. */
	readonly refusal?: (facts: AnswerFacts) => Problem | undefined;
}

/** Asks for JSON at the URL's own origin, and does not wait for an answer that stalls. Every failure is a `ProblemError`. */
export async function getJson(
	{ openOperation, stallTimeout }: Pick<Services, 'openOperation' | 'stallTimeout'>,
	{ url, credential, signal, refusal }: JsonRequest,
): Promise<unknown> {
	const hangUp = new AbortController();
	const watchdog = new Watchdog({ stallTimeout, onDead: () => hangUp.abort() });
	const operation = openOperation({
		origins: [url.origin],
		credential,
		signal: AbortSignal.any([signal, hangUp.signal]),
	});
	try {
		const response = await watchedFetch(operation.fetch, watchdog)(url, {
			headers: {
				Accept: 'application/json',
				...(credential && { Authorization: `Bearer ${credential.value}` }),
			},
		});
		if (response.ok) {
			return await response.json();
		}
	} catch (error) {
		throw new ProblemError(
			signal.aborted
				? { code: 'cancelled' }
				: watchdog.stalled
					? { code: 'network.timeout', host: url.host, seconds: stallTimeout / 1000 }
					: toProblem(error, operation.last),
		);
	} finally {
		watchdog.rest();
	}
	const facts = operation.last ?? { status: 0, host: url.host };
	throw new ProblemError(refusal?.(facts) ?? problemOfAnswer(facts, askedWith(credential, 'hub.read')));
}
