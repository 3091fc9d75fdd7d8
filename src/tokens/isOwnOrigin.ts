/** Where Hugging Face itself takes its tokens. Spaces and uploads live on other hosts, which are none of these. */
const OWN: readonly string[] = [
	'https://huggingface.co',
	'https://router.huggingface.co',
	'https://datasets-server.huggingface.co',
	'https://api.endpoints.huggingface.cloud',
];

/** Whether an origin is Hugging Face's own, so that nobody needs to be asked before a token goes there. */
export function isOwnOrigin(origin: string): boolean {
	return OWN.includes(origin);
}
