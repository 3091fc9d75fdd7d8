/** What access tokens look like in the midst of other text: `hf_hub_download` and its like are none. */
const TOKENS = /hf_(?:oauth|jwt)_[A-Za-z0-9._-]{10,}|(?:hf|api_org)_[A-Za-z0-9]{30,}/g;

/**
 * A user's own text with the Hugging Face access tokens in it taken out, and nothing else. What goes into logs is redacted
 * more widely.
 */
export function maskAccessTokens(text: string): string {
	return text.replace(TOKENS, '[access token]');
}
