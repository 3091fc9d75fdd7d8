import { type EntityScope, type ScopeEntity, UNKNOWN_ENTITY } from '../shared/fineGrained';
import type { Permission } from '../shared/permission';
import { isOwnPlace } from './isOwnPlace';
import { grantsPermission } from './oauth/scopes';
import type { TokenRecord } from './tokenRecord';

/** What decides what a token may do. */
export type Rights = Pick<TokenRecord, 'user' | 'role' | 'fineGrained' | 'signIn'> &
	Partial<Pick<TokenRecord, 'organisations'>>;

/**
 * The fine-grained permissions that give each of ours, by the names in what the Hub says of tokens and in its refusals; any one of
 * them will do. A gated repo is read like any other once the token is for it.
 */
export const SCOPES = {
	'hub.read': ['repo.content.read', 'repo.write'],
	'hub.gated': ['repo.content.read', 'repo.write'],
	'hub.write': ['repo.write'],
	inference: ['inference.serverless.write'],
	jobs: ['job.write'],
} as const satisfies Record<Permission, readonly string[]>;

/** What a classic role that may only read does, for the account and for each of its organisations. `write` may do everything. */
const READ: ReadonlySet<Permission> = new Set<Permission>(['hub.read', 'hub.gated', 'inference']);

/** What is done in the account's own name, and paid for by it, unless somebody else is named. */
const PERSONAL: ReadonlySet<Permission> = new Set<Permission>(['inference', 'jobs']);

/** Permissions about repos that are known not to write their contents. The Hub has others, as for repos that the token itself made. */
const NO_WRITING: ReadonlySet<string> = new Set(['repo.content.read', 'repo.access.read']);

/** Entities that are one repo, and those that hold no repo of the kinds that are worked with here. */
const REPOS: ReadonlySet<string> = new Set(['model', 'dataset', 'space']);
const APART: ReadonlySet<string> = new Set(['bucket', 'kernel', 'collection', 'oauth-app']);

/**
 * Whether a token has a permission; `undefined` where its facts do not tell (an OAuth token from elsewhere, or a role newer
 * than this code), so that the Hub is asked. `on` is on whose behalf, or on what: a user, an organisation, or a repo's id. Without
 * it, inference and Jobs are the account's own, a repo is any repo, and a gated one is somebody else's. Reading needs no
 * permission where the repo is public, which is why `hub.read` is never refused.
 */
export function permits(rights: Rights, permission: Permission, on?: string): boolean | undefined {
	const told = toldOf(rights, permission, on);
	// Whether one has to be let into what is one's own, or one's organisation's, the Hub decides.
	return told === false && permission === 'hub.gated' && isOwnPlace(rights, on) ? undefined : told;
}

function toldOf(rights: Rights, permission: Permission, on: string | undefined): boolean | undefined {
	switch (rights.role) {
		case 'read':
			return READ.has(permission);
		case 'write':
		// Tokens of old have roles like those of an organisation's members.
		case 'admin':
			return true;
		case 'contributor':
			// It writes to what its user has made, which is not told.
			return READ.has(permission) || undefined;
		case 'fineGrained':
			return rights.fineGrained && (permission === 'hub.read' || grants(rights, permission, on));
		case 'oauth':
			return rights.signIn && (permission === 'hub.read' || isGranted(rights.signIn.scopes, permission));
		default:
			return undefined;
	}
}

/** An app that may contribute writes to the repos that it has made, which are not told. */
function isGranted(scopes: readonly string[], permission: Permission): boolean | undefined {
	const told = grantsPermission(scopes, permission);
	return told || (permission === 'hub.write' && scopes.includes('contribute-repos') ? undefined : false);
}

/** Whether a token sees what is private: what tells two tokens apart that may both read what is public. */
export function seesPrivate(rights: Rights, on?: string): boolean {
	return rights.signIn
		? grantsPermission(rights.signIn.scopes, 'hub.read')
		: rights.role === 'fineGrained'
			? grants(rights, 'hub.read', on) !== false
			: true;
}

function grants(
	{ user, fineGrained }: Rights,
	permission: Permission,
	on: string | undefined,
): boolean | undefined {
	if (!fineGrained) {
		return true;
	}
	const { canReadGatedRepos, global, scoped } = fineGrained;
	if (permission === 'hub.gated' && (canReadGatedRepos || on === undefined)) {
		return canReadGatedRepos || scoped.some(({ entity }) => entity.type === UNKNOWN_ENTITY);
	}
	const isMeant = ({ entity }: EntityScope) =>
		on === undefined ? !PERSONAL.has(permission) || isAccount(entity, user) : covers(entity, on);
	return anyOf([
		gives(global, permission),
		...scoped.map(scope => both(isMeant(scope), gives(scope.permissions, permission))),
	]);
}

/** Whether permissions of the Hub's give one of ours. */
function gives(permissions: readonly string[], permission: Permission): boolean | undefined {
	const needed: readonly string[] = SCOPES[permission];
	if (permissions.some(one => needed.includes(one))) {
		return true;
	}
	const mayWrite = (one: string) => one.startsWith('repo.') && !NO_WRITING.has(one);
	return permission === 'hub.write' && permissions.some(mayWrite) ? undefined : false;
}

function isAccount({ type, name }: ScopeEntity, user: string): boolean {
	return type === 'user' || type === UNKNOWN_ENTITY || name === user;
}

/**
 * Whether what is for an entity is for `on` as well. A user and an organisation are never called alike, but a model and a
 * dataset may be: of an id alone, it is not known which of them is meant, nor what is in a group of resources.
 */
function covers({ type, name }: ScopeEntity, on: string): boolean | undefined {
	if (type === UNKNOWN_ENTITY) {
		return true;
	}
	if (name === '') {
		return undefined;
	}
	if (type === 'user' || type === 'org') {
		return name === on.split('/', 1)[0];
	}
	if (REPOS.has(type)) {
		return name === on ? undefined : false;
	}
	return APART.has(type) ? false : undefined;
}

function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
	return one === false || other === false ? false : one && other;
}

function anyOf(answers: ReadonlyArray<boolean | undefined>): boolean | undefined {
	return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
}
