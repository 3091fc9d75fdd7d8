import type { Permission } from '../shared/permission';
import { grantsPermission, OAUTH_SCOPES } from '../tokens/oauth/scopes';
import { permits, seesPrivate } from '../tokens/permits';
import type { TokenRecord } from '../tokens/tokenRecord';

/** Who one is: every token says that. */
const IDENTITY: readonly string[] = ['openid', 'profile'];
const PERMISSIONS = Object.keys(OAUTH_SCOPES) as readonly Permission[];
const WAYS: ReadonlyArray<readonly string[]> = Object.values(OAUTH_SCOPES);

/**
 * Whether a token has the Hub's scopes that an extension asks for. A sign-in says which it was granted. Any other token has
 * one when it may do all that the scope gives; of one that is not known here, that cannot be said.
 */
export function hasScopes(record: TokenRecord, scopes: readonly string[]): boolean {
	const { signIn } = record;
	return scopes.every(
		scope => IDENTITY.includes(scope) || (signIn ? isGranted(signIn.scopes, scope) : isAbleTo(record, scope)),
	);
}

/** The first of the scopes that give a permission gives no more than that one: the others will do instead. */
function isGranted(granted: readonly string[], scope: string): boolean {
	return (
		granted.includes(scope) ||
		WAYS.some(([least, ...wider]) => least === scope && wider.some(one => granted.includes(one)))
	);
}

function isAbleTo(record: TokenRecord, scope: string): boolean {
	const given = PERMISSIONS.filter(permission => grantsPermission([scope], permission));
	// What is public, any token reads.
	const sees = !given.includes('hub.read') || seesPrivate(record);
	return sees && given.length > 0 && given.every(permission => permits(record, permission) === true);
}
