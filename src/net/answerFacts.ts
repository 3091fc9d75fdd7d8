import { redact } from '../util/redact';
import type { AnswerFacts } from './operation';

/** What the headers of an answer say. `host` is the one that answered, `now` the time in epoch milliseconds. */
export function answerFacts(response: Response, host: string, now: number): AnswerFacts {
	const { headers, status } = response;
	const said = (name: string) => {
		const value = headers.get(name);
		return value === null ? undefined : redact(value);
	};
	const contentType = said('Content-Type');
	const errorCode = said('X-Error-Code');
	const errorMessage = said('X-Error-Message');
	const requestId = said('X-Request-Id');
	const resetSeconds = secondsToReset(response, now);
	return {
		status,
		host,
		...(contentType !== undefined && { contentType }),
		...(errorCode !== undefined && { errorCode }),
		...(errorMessage !== undefined && { errorMessage }),
		...(requestId !== undefined && { requestId }),
		...(resetSeconds !== undefined && { resetSeconds }),
	};
}

/**
 * Seconds until one may ask again. `RateLimit` is on ordinary answers as well, so it is believed only where it says that
 * nothing remains (`r=0`); `Retry-After` only on the statuses that are about waiting.
 */
function secondsToReset({ headers, status }: Response, now: number): number | undefined {
	const resets = (headers.get('RateLimit') ?? '')
		.split(',')
		.filter(item => /;\s*r=0\s*(?:;|$)/.test(item))
		.map(item => /;\s*t=(\d{1,9})\s*(?:;|$)/.exec(item)?.[1])
		.filter(seconds => seconds !== undefined)
		.map(Number);
	if (resets.length > 0) {
		return Math.max(...resets);
	}
	const retryAfter = headers.get('Retry-After')?.trim();
	if (!retryAfter || (status !== 429 && status !== 503)) {
		return undefined;
	}
	if (/^\d{1,9}(?:\.\d+)?$/.test(retryAfter)) {
		return Math.ceil(Number(retryAfter));
	}
	const date = Date.parse(retryAfter);
	return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
