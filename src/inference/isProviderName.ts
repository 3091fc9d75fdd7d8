/** A provider's name as it may stand behind a model's: nothing that could change the request. */
const PROVIDER = /^[a-z0-9][a-z0-9-]{0,60}$/i;

export function isProviderName(name: string): boolean {
	return PROVIDER.test(name);
}
