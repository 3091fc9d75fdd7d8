import { UNKNOWN_ENTITY, type ScopeEntity } from '../shared/fineGrained';
import type { Permission } from '../shared/permission';
import { grantsPermission } from './oauth/scopes';
import type { TokenRecord } from './tokenRecord';

/** What decides what a token may do. */
export type Rights = Pick<TokenRecord, 'user' | 'role' | 'fineGrained' | 'signIn'>;

/** The fine-grained permissions that give each of ours; any one of them will do. */
export const SCOPES = {
	'hub.read': ['repo.content.read', 'repo.write'],
	'hub.gated': [],
	'hub.write': ['repo.write'],
	inference: ['inference.serverless.write'],
	jobs: ['job.write'],
} as const satisfies Record<Permission, readonly string[]>;

/** What the classic roles may do, for the account and for each of its organisations. `write` may do everything. */
const READ: ReadonlySet<Permission> = new Set<Permission>(['hub.read', 'hub.gated', 'inference']);

/** What is done in the account's own name, and paid for by it, unless somebody else is named. */
const PERSONAL: ReadonlySet<Permission> = new Set<Permission>(['inference', 'jobs']);

/**
 * Whether a token has a permission; `undefined` where its facts do not tell (an OAuth token from elsewhere, or a role newer than this code).
 * `on` is on whose behalf, or on what: a user, an organisation, or a repo's id. Without it, inference and Jobs are the
 * account's own, and a repo is any repo. Reading needs no permission where the repo is public, which is why `hub.read` is
 * never refused.
 */
export function permits(rights: Rights, permission: Permission, on?: string): boolean | undefined {
	switch (rights.role) {
		case 'read':
			return READ.has(permission);
		case 'write':
			return true;
		case 'fineGrained':
			return rights.fineGrained && (permission === 'hub.read' || grants(rights, permission, on));
		case 'oauth':
			return (
				rights.signIn && (permission === 'hub.read' || grantsPermission(rights.signIn.scopes, permission))
			);
		default:
			return undefined;
	}
}

/** Whether a token sees what is private: what tells two tokens apart that may both read what is public. */
export function seesPrivate(rights: Rights, on?: string): boolean {
	return rights.signIn
		? grantsPermission(rights.signIn.scopes, 'hub.read')
		: rights.role === 'fineGrained'
			? grants(rights, 'hub.read', on)
			: true;
}

function grants({ user, fineGrained }: Rights, permission: Permission, on: string | undefined): boolean {
	if (!fineGrained) {
		return true;
	}
	if (permission === 'hub.gated') {
		return (
			fineGrained.canReadGatedRepos || fineGrained.scoped.some(({ entity }) => entity.type === UNKNOWN_ENTITY)
		);
	}
	const needed: readonly string[] = SCOPES[permission];
	const gives = (permissions: readonly string[]) => permissions.some(one => needed.includes(one));
	const isMeant = (entity: ScopeEntity) =>
		on === undefined ? !PERSONAL.has(permission) || isAccount(entity, user) : covers(entity, on);
	return (
		gives(fineGrained.global) ||
		fineGrained.scoped.some(({ entity, permissions }) => isMeant(entity) && gives(permissions))
	);
}

function isAccount({ type, name }: ScopeEntity, user: string): boolean {
	return type === 'user' || type === UNKNOWN_ENTITY || name === user;
}

function covers({ type, name }: ScopeEntity, on: string): boolean {
	return type === UNKNOWN_ENTITY || name === on || name === on.split('/', 1)[0];
}
