import { formatSession } from './oauth/oauthSession';
import type { NewToken, TokenSecret } from './tokens';

/** What lies in the slot of a token. */
export function secretText(secret: TokenSecret): string {
	return typeof secret === 'string' ? secret : formatSession(secret);
}

/** The facts of a token by what is kept of it. A sign-in has no end that one would have to be told of: it renews itself. */
export function secretFacts(facts: NewToken, secret: TokenSecret): NewToken {
	const own = new Set(typeof secret === 'string' ? ['signIn'] : ['signIn', 'expiresAt']);
	const others = Object.fromEntries(Object.entries(facts).filter(([name]) => !own.has(name))) as NewToken;
	return typeof secret === 'string'
		? others
		: { ...others, role: 'oauth', signIn: { scopes: secret.scopes } };
}
