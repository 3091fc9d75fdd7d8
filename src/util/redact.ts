/** Wider than what a token looks like, and wherever it stands, on purpose: half a token in a log is one too many. */
const TOKEN = /(?:hf_[A-Za-z0-9_.-]{8,}|api_org_[A-Za-z0-9]{8,})/g;

/** The same text with everything that may be a Hugging Face access token taken out. */
export function redact(text: string): string {
	return text.replace(TOKEN, '[access token]');
}
