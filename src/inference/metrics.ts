import type { Metrics, Pricing, Usage } from '../shared/run';

/** The moments of a run, in milliseconds of one clock. */
export interface Moments {
	readonly startedAt: number;
	/** When the request was sent that was answered; waits for a turn, a model or a rate limit lie before it. */
	readonly askedAt?: number | undefined;
	/** When the first and the last piece of text came, reasoning included. */
	readonly firstTokenAt?: number | undefined;
	readonly lastTokenAt?: number | undefined;
	readonly endedAt: number;
}

/** What a run took. Without usage there is no speed, without pricing no cost: neither is ever guessed. */
export function measure(
	{ startedAt, askedAt = startedAt, firstTokenAt, lastTokenAt, endedAt }: Moments,
	usage?: Usage,
	pricing?: Pricing,
): Metrics {
	const tokensPerSecond = speed(firstTokenAt, lastTokenAt, usage);
	return {
		durationMs: Math.max(0, endedAt - startedAt),
		...(firstTokenAt !== undefined && { firstTokenMs: Math.max(0, firstTokenAt - askedAt) }),
		...(tokensPerSecond !== undefined && { tokensPerSecond }),
		...(usage && { usage }),
		...(usage && pricing && { cost: costOf(usage, pricing) }),
	};
}

/** Between the first token and the last there is one token less than there are tokens. */
function speed(first: number | undefined, last: number | undefined, usage?: Usage): number | undefined {
	if (first === undefined || last === undefined || last <= first || !usage || usage.completionTokens < 2) {
		return undefined;
	}
	return ((usage.completionTokens - 1) * 1000) / (last - first);
}

function costOf(usage: Usage, pricing: Pricing): number {
	return (usage.promptTokens * pricing.input + usage.completionTokens * pricing.output) / 1_000_000;
}
