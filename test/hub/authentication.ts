import { ACCOUNTS, type Account } from './accounts';
import { HubError } from './hubError';
import { TOKEN_NAMES, TOKEN_RECORDS, type TokenName, type TokenRecord } from './testTokens';
import type { World } from './world';

/** Who asks. */
export type Caller =
	| { readonly kind: 'anonymous' }
	| {
			readonly kind: 'user';
			readonly tokenName: TokenName | 'signIn';
			readonly token: TokenRecord;
			readonly account: Account;
	  };

/** The name of the token that a request carried: `signIn` for one that a sign-in gave, `unknown` for a value that is none of ours. */
export type CarriedToken = TokenName | 'signIn' | 'unknown';

const scheme = /^bearer +(\S+)$/i;

/** The name of the token in an `Authorization` header, for the books; never its value. */
export function carriedToken(
	header: string | undefined,
	{ tokens, oauth }: Pick<World, 'tokens' | 'oauth'>,
): CarriedToken | undefined {
	if (header === undefined) {
		return undefined;
	}
	const value = scheme.exec(header)?.[1];
	if (value !== undefined && oauth.recordOf(value)) {
		return 'signIn';
	}
	return TOKEN_NAMES.find(name => tokens[name] === value) ?? 'unknown';
}

const unauthorizedHeaders = {
	'WWW-Authenticate': 'Bearer realm="Authentication required", charset="UTF-8"',
};

/** The answer to a missing or unknown token, and to an anonymous look at what only some may see. */
export function invalidCredentials(): HubError {
	return new HubError(401, 'Invalid username or password.', { headers: unauthorizedHeaders });
}

/** Reads the `Authorization` header. Throws the 401 that the Hub answers to a token that it does not take. */
export function authenticate(
	header: string | undefined,
	world: Pick<World, 'tokens' | 'oauth' | 'revoked'>,
): Caller {
	if (header === undefined) {
		return { kind: 'anonymous' };
	}
	if (!scheme.test(header)) {
		throw new HubError(401, 'Invalid credentials in Authorization header', { headers: unauthorizedHeaders });
	}
	const tokenName = carriedToken(header, world);
	if (tokenName === undefined || tokenName === 'unknown') {
		throw invalidCredentials();
	}
	const lingering = tokenName === 'signIn' ? undefined : world.revoked.get(tokenName);
	if (lingering === 0) {
		throw invalidCredentials();
	}
	if (tokenName !== 'signIn' && lingering !== undefined) {
		world.revoked.set(tokenName, lingering - 1);
	}
	const issued = tokenName === 'signIn' ? world.oauth.recordOf(scheme.exec(header)?.[1] ?? '') : undefined;
	const token: TokenRecord | undefined = tokenName === 'signIn' ? issued : TOKEN_RECORDS[tokenName];
	if (!token) {
		throw invalidCredentials();
	}
	switch (token.state) {
		case 'unknown':
			throw invalidCredentials();
		case 'expired':
			throw new HubError(401, `User Access Token "${token.displayName}" is expired`, {
				headers: unauthorizedHeaders,
			});
		case 'active':
			return { kind: 'user', tokenName, token, account: ACCOUNTS[token.account] };
	}
}
