/** What a provider's place can hold instead of a name, and the suffix that tells it to the router's chat route. */
const SUFFIXES: Readonly<Record<string, string>> = {
	auto: '',
	fastest: ':fastest',
	cheapest: ':cheapest',
	preferred: ':preferred',
};

export function isPolicy(provider: string): boolean {
	return Object.hasOwn(SUFFIXES, provider);
}

/** A model's name for the router's chat route, which takes a policy or a provider's name behind a colon. */
export function routedModel(model: string, provider: string): string {
	return model + (SUFFIXES[provider] ?? `:${provider}`);
}
