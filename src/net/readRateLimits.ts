/** What is left of one of the Hub's buckets of requests. */
export interface RateLimitFacts {
	/** `api`, `resolvers` or `pages`. */
	readonly bucket: string;
	readonly remaining: number;
	/** How many there are in a whole window. */
	readonly quota?: number;
	/** Seconds until the window ends. */
	readonly resetSeconds?: number;
}

/** Reads `RateLimit: "api";r=489;t=55` and `RateLimit-Policy: "fixed window";"api";q=500;w=300`, which ordinary answers have. */
export function readRateLimits(headers: Headers): readonly RateLimitFacts[] {
	const policies = items(headers.get('RateLimit-Policy'));
	return items(headers.get('RateLimit')).flatMap(item => {
		const bucket = /^"([^"]{1,40})"/.exec(item)?.[1];
		const remaining = numberIn(item, 'r');
		if (bucket === undefined || remaining === undefined) {
			return [];
		}
		const quota = numberIn(policies.find(policy => policy.includes(`"${bucket}"`)) ?? '', 'q');
		const resetSeconds = numberIn(item, 't');
		return [
			{
				bucket,
				remaining,
				...(quota !== undefined && { quota }),
				...(resetSeconds !== undefined && { resetSeconds }),
			},
		];
	});
}

function items(header: string | null): readonly string[] {
	return (header ?? '').split(',').map(item => item.trim());
}

function numberIn(item: string, name: string): number | undefined {
	const digits = new RegExp(`;\\s*${name}=(\\d{1,9})\\s*(?:;|$)`).exec(item)?.[1];
	return digits === undefined ? undefined : Number(digits);
}
