import { ProblemError } from '../util/problemError';
import type { Credential } from './credential';
import { openOperation } from './openOperation';
import { readRateLimits, type RateLimitFacts } from './readRateLimits';

/** What one cheap request says about a host. */
export interface HostFacts {
	readonly host: string;
	readonly status: number;
	/** From asking to the headers of the answer. */
	readonly milliseconds: number;
	/** Whether it answers in JSON, as the Hub's API does; a gateway's page of HTML does not. */
	readonly isJson: boolean;
	readonly rateLimits: readonly RateLimitFacts[];
}

export interface HostProbe {
	readonly url: string;
	/** As whom, where that makes a difference. */
	readonly credential?: Credential | undefined;
	readonly signal: AbortSignal;
	/** Milliseconds until the headers must have come; default 10,000. */
	readonly patience?: number;
}

const PATIENCE = 10_000;

/** Asks a host for something, and reads the headers of its answer only. Throws `ProblemError` where there is none. */
export async function probeHost({
	url,
	credential,
	signal,
	patience = PATIENCE,
}: HostProbe): Promise<HostFacts> {
	const { origin, host } = new URL(url);
	const operation = openOperation({
		origins: [origin],
		credential,
		signal,
		headersTimeout: patience,
	});
	const startedAt = performance.now();
	const response = await operation.fetch(url, {
		headers: credential ? { Authorization: `Bearer ${credential.value}` } : {},
	});
	const milliseconds = Math.round(performance.now() - startedAt);
	// A body that broke off meanwhile is as good as one that is not wanted.
	await response.body?.cancel().catch(() => undefined);
	if (signal.aborted) {
		throw new ProblemError({ code: 'cancelled' });
	}
	const { status, headers } = response;
	const isJson = (headers.get('Content-Type') ?? '').startsWith('application/json');
	return { host, status, milliseconds, isJson, rateLimits: readRateLimits(headers) };
}
