import type { Permission } from '../shared/permission';
import type { TokenRecord } from './tokenRecord';

/** The fine-grained permissions that give each of ours; any one of them will do. Public repos can be read with none. */
const SCOPES = {
	'hub.read': [],
	'hub.write': ['repo.write'],
	inference: ['inference.serverless.write'],
	jobs: ['job.write'],
} as const satisfies Record<Permission, readonly string[]>;

const PERMISSIONS = Object.keys(SCOPES) as readonly Permission[];

/** What a token may do, or `undefined` where its facts do not tell (OAuth, or a role newer than this code). */
export function permissionsOf({
	role,
	scopes,
}: Pick<TokenRecord, 'role' | 'scopes'>): ReadonlySet<Permission> | undefined {
	switch (role) {
		case 'read':
			return new Set<Permission>(['hub.read', 'inference']);
		case 'write':
			return new Set(PERMISSIONS);
		case 'fineGrained':
			return scopes && new Set(PERMISSIONS.filter(permission => grants(scopes, permission)));
		default:
			return undefined;
	}
}

function grants(scopes: readonly string[], permission: Permission): boolean {
	const needed: readonly string[] = SCOPES[permission];
	return needed.length === 0 || needed.some(scope => scopes.includes(scope));
}
