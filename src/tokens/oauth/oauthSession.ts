import { isAccessToken } from '../../util/isAccessToken';
import { isRecord } from '../../util/isRecord';

/** What a sign-in with the browser gave. The whole of it is one secret. */
export interface OAuthSession {
	readonly accessToken: string;
	/** Absent where the Hub gave none: the session then ends with its access token. */
	readonly refreshToken?: string;
	/** Epoch milliseconds, both. */
	readonly expiresAt: number;
	readonly issuedAt: number;
	readonly scopes: readonly string[];
	/** The app that it was given to; only that one can renew it. */
	readonly clientId: string;
	/** The Hub that gave it, and the only one that is asked to renew it. */
	readonly hub: string;
}

/** A session as the text of a secret. */
export function formatSession(session: OAuthSession): string {
	return JSON.stringify(session);
}

/** The session in a secret; nothing where the secret is an access token, or anything else. */
export function readSession(secret: string): OAuthSession | undefined {
	const value = parsed(secret);
	if (!isRecord(value)) {
		return undefined;
	}
	const { accessToken, refreshToken, expiresAt, issuedAt, scopes, clientId, hub } = value;
	return typeof accessToken === 'string' &&
		isAccessToken(accessToken) &&
		typeof expiresAt === 'number' &&
		typeof issuedAt === 'number' &&
		typeof clientId === 'string' &&
		typeof hub === 'string' &&
		Array.isArray(scopes)
		? {
				accessToken,
				...(typeof refreshToken === 'string' && { refreshToken }),
				expiresAt,
				issuedAt,
				scopes: scopes.filter(scope => typeof scope === 'string'),
				clientId,
				hub,
			}
		: undefined;
}

function parsed(text: string): unknown {
	try {
		return text.startsWith('{') ? JSON.parse(text) : undefined;
	} catch {
		return undefined;
	}
}
