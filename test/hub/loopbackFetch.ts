import type { LoopbackHub } from './loopbackHub';

/** A `fetch` for the unmodified clients: the Hub's and the router's own addresses lead to the loopback ones, others are refused. */
export function loopbackFetch(
	hub: Pick<LoopbackHub, 'origin' | 'routerOrigin' | 'storageOrigin'>,
): typeof fetch {
	const origins: Readonly<Record<string, string>> = {
		'https://huggingface.co': hub.origin,
		'https://router.huggingface.co': hub.routerOrigin,
		[hub.origin]: hub.origin,
		[hub.routerOrigin]: hub.routerOrigin,
		[hub.storageOrigin]: hub.storageOrigin,
	};
	return (input, init) => {
		const url = new URL(input instanceof Request ? input.url : input);
		const origin = origins[url.origin];
		if (origin === undefined) {
			return Promise.reject(new Error(`A request left the loopback Hub: ${url.origin}`));
		}
		const target = new URL(url.pathname + url.search, origin);
		return fetch(input instanceof Request ? new Request(target, input) : target, init);
	};
}
