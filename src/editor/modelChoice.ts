/** A model, and the provider where the user chose one: a provider's name, `auto`, `fastest` or `cheapest`. */
export interface ModelChoice {
	readonly model: string;
	readonly provider?: string;
}

/** Reads `owner/name` or `owner/name:provider`, the form that the router takes too. */
export function parseModelChoice(text: string): ModelChoice {
	const [model = '', provider = ''] = text.trim().split(':', 2);
	return provider === '' ? { model } : { model, provider };
}
