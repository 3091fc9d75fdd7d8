import type { CheckId } from '../../shared/diagnosis';

export const CHECK_TITLES: Readonly<Record<CheckId, string>> = {
	environment: 'Addresses and Offline Mode',
	sources: 'Where Tokens Come From',
	tokens: 'Tokens',
	goal: 'What You Want to Do',
	keyring: 'Keyring',
	hub: 'The Hub',
	router: 'The Inference Router',
	network: 'Proxy and Certificates',
	rateLimit: 'Rate Limit',
	access: 'Access to a Gated Repo',
};
