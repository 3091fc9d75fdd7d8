import { grantsPermission } from './oauth/scopes';
import type { Rights } from './permits';

/** Permissions that end in `.write` and change nothing that others would miss: what a run or a word in a discussion needs. */
const HARMLESS: readonly string[] = [
	'inference.serverless.write',
	'inference.endpoints.infer.write',
	'discussion.write',
];
const WRITES = 1_000_000;
const CLASSIC = 100_000;

/**
 * How much a token may do, for comparing two of them: whether it may change anything comes first, then whether it is a
 * classic one, which is for everything that the account can reach, then the number of its permissions. What is not known
 * counts as able to change things.
 */
export function privilegeOf({ role, fineGrained }: Rights): number {
	if (role === 'read') {
		return CLASSIC;
	}
	if (role !== 'fineGrained' || !fineGrained) {
		return WRITES + CLASSIC;
	}
	const permissions = [
		...fineGrained.global,
		...fineGrained.scoped.flatMap(scope => scope.permissions),
		...(fineGrained.canReadGatedRepos ? ['gated'] : []),
	];
	const writes = permissions.some(one => one.endsWith('.write') && !HARMLESS.includes(one));
	return (writes ? WRITES : 0) + permissions.length;
}

/** Whether a token may change things on the Hub, as far as is known: more than a run or reading needs. */
export function mayWrite(rights: Rights): boolean {
	switch (rights.role) {
		case 'write':
		case 'admin':
		case 'contributor':
			return true;
		case 'fineGrained':
			return privilegeOf(rights) >= WRITES;
		case 'oauth':
			return rights.signIn !== undefined && grantsPermission(rights.signIn.scopes, 'hub.write');
		default:
			return false;
	}
}
