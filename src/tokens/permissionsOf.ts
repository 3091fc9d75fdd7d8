import type { Permission } from '../shared/permission';
import { permits, type Rights, SCOPES } from './permits';

export const PERMISSIONS = Object.keys(SCOPES) as readonly Permission[];

/** What a token may do for its own account, or for `on`; `undefined` where its facts do not tell. */
export function permissionsOf(rights: Rights, on?: string): ReadonlySet<Permission> | undefined {
	const known = PERMISSIONS.map(permission => [permission, permits(rights, permission, on)] as const);
	return known.some(([, has]) => has === undefined)
		? undefined
		: new Set(known.flatMap(([permission, has]) => (has ? [permission] : [])));
}
