/** A model, and the provider where the user chose one: a provider's name, `auto`, `fastest` or `cheapest`. */
export interface ModelChoice {
	readonly model: string;
	readonly provider?: string;
}

const REPO_ID = /^[\w.-]+\/[\w.-]+$/;

/** Whether a text can be a repo id: an owner and a name. */
export function isRepoId(text: string): boolean {
	return REPO_ID.test(text) && !text.includes('..') && !text.includes('--');
}

/** Reads `owner/name` or `owner/name:provider`, the form that the router takes too. */
export function parseModelChoice(text: string): ModelChoice {
	const [model = '', provider = ''] = text.trim().split(':', 2);
	return provider === '' ? { model } : { model, provider };
}
