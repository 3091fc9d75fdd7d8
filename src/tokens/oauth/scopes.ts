import type { Permission } from '../../shared/permission';

/** Who one is: without these, the Hub does not say whose a token is. */
const IDENTITY = ['openid', 'profile'] as const;

/** The Hub's scopes that give each of our permissions; any one of them will do. The first is asked for. */
export const OAUTH_SCOPES = {
	'hub.read': ['read-repos', 'write-repos', 'manage-repos', 'contribute-repos'],
	'hub.gated': ['gated-repos'],
	'hub.write': ['write-repos', 'manage-repos'],
	inference: ['inference-api'],
	jobs: ['jobs'],
} as const satisfies Record<Permission, readonly string[]>;

/** What is asked for, so that a sign-in may do this and no more. */
export function scopesFor(permissions: Iterable<Permission>): readonly string[] {
	return [...new Set([...IDENTITY, ...[...permissions].map(permission => OAUTH_SCOPES[permission][0])])];
}

/** Whether the scopes that were granted give a permission. */
export function grantsPermission(scopes: readonly string[], permission: Permission): boolean {
	const needed: readonly string[] = OAUTH_SCOPES[permission];
	return needed.some(scope => scopes.includes(scope));
}

/** Of what an earlier sign-in was granted, what goes with permissions that are still wanted, or with none of ours. */
export function scopesKept(earlier: readonly string[], wanted: ReadonlySet<Permission>): readonly string[] {
	const all = Object.entries(OAUTH_SCOPES) as ReadonlyArray<[Permission, readonly string[]]>;
	return earlier.filter(scope => {
		const gives = all.filter(([, scopes]) => scopes.includes(scope));
		return gives.length === 0 || gives.every(([permission]) => wanted.has(permission));
	});
}
