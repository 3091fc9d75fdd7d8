import type { Pricing } from '../shared/run';

/** A provider that could serve a run, with what the router has measured of it. */
export interface ProviderCandidate {
	readonly provider: string;
	readonly pricing?: Pricing;
	/** Tokens per second. */
	readonly throughput?: number;
}

/**
 * The provider that a policy chooses, or nothing: `auto` is the first one, `fastest` the one with the highest throughput,
 * `cheapest` the one with the lowest price per output token, as the router defines them; `preferred` the first one of
 * `order` that serves it, else as `auto`; anything else is a name.
 * Candidates without figures come after those with; equal ones stay in their order.
 */
export function chooseProvider<C extends ProviderCandidate>(
	policy: string,
	candidates: readonly C[],
	order: readonly string[] = [],
): C | undefined {
	switch (policy) {
		case 'preferred':
			return (
				order.flatMap(name => candidates.find(({ provider }) => provider === name) ?? [])[0] ?? candidates[0]
			);
		case 'auto':
			return candidates[0];
		case 'fastest':
			return least(candidates, ({ throughput }) => -(throughput ?? -Infinity));
		case 'cheapest':
			return least(candidates, ({ pricing }) => pricing?.output ?? Infinity);
		default:
			return candidates.find(({ provider }) => provider === policy);
	}
}

function least<C>(candidates: readonly C[], figure: (candidate: C) => number): C | undefined {
	return candidates.reduce<C | undefined>(
		(best, other) => (best === undefined || figure(other) < figure(best) ? other : best),
		undefined,
	);
}
