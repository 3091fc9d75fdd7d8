import type { OrgRole } from './accounts';
import type { Caller } from './authentication';
import type { Repo } from './catalogue/repo';
import { INFERENCE_PERMISSION, type TokenScope } from './testTokens';

const writers: readonly OrgRole[] = ['contributor', 'write', 'admin'];

/** The owner of `owner/name`; the oldest repositories, without one, belong to nobody here. */
export function namespaceOf(id: string): string {
	const slash = id.indexOf('/');
	return slash < 0 ? '' : id.slice(0, slash);
}

function scopesOver(caller: Caller, names: readonly string[]): readonly TokenScope[] {
	return caller.kind === 'user' && caller.token.grant.role === 'fineGrained'
		? caller.token.grant.scoped.filter(scope => names.includes(scope.entity.name))
		: [];
}

function roleIn(caller: Caller, namespace: string): OrgRole | 'owner' | undefined {
	if (caller.kind === 'anonymous') {
		return undefined;
	}
	return caller.account.name === namespace
		? 'owner'
		: caller.account.memberships.find(membership => membership.org === namespace)?.role;
}

/** Whether the repository exists for this caller at all. */
export function canSee(caller: Caller, repo: Repo): boolean {
	if (!repo.private) {
		return true;
	}
	if (caller.kind === 'anonymous' || roleIn(caller, namespaceOf(repo.id)) === undefined) {
		return false;
	}
	return caller.token.grant.role !== 'fineGrained' || isScopedTo(caller, repo);
}

/** Whether the caller belongs to a namespace, and so sees what is private in it. */
export function canSeeIn(caller: Caller, namespace: string): boolean {
	return roleIn(caller, namespace) !== undefined;
}

/** Whether the caller may change what belongs to `namespace` (a user or an organization), or the repository `id` in it. */
export function canWrite(caller: Caller, namespace: string, id?: string): boolean {
	const role = roleIn(caller, namespace);
	if (caller.kind === 'anonymous' || role === undefined || (role !== 'owner' && !writers.includes(role))) {
		return false;
	}
	switch (caller.token.grant.role) {
		case 'write':
			return true;
		case 'fineGrained':
			return scopesOver(caller, id === undefined ? [namespace] : [namespace, id]).some(scope =>
				scope.permissions.includes('repo.write'),
			);
		case 'read':
		case 'oauth':
			return false;
	}
}

/** Whether the caller may propose changes to repositories of others: with any token that may write at all. */
export function canPropose(caller: Caller): boolean {
	if (caller.kind === 'anonymous') {
		return false;
	}
	const { grant } = caller.token;
	return grant.role === 'fineGrained'
		? grant.scoped.some(({ permissions }) => permissions.includes('repo.write'))
		: grant.role === 'write';
}

/** Whether the token reaches into a gated repository to which its account has access: into all of them, or it is for this one. */
export function reachesGated(caller: Caller, repo: Repo): boolean {
	return (
		caller.kind === 'user' &&
		(caller.token.grant.role !== 'fineGrained' ||
			caller.token.grant.canReadGatedRepos ||
			isScopedTo(caller, repo))
	);
}

function isScopedTo(caller: Caller, { id }: Repo): boolean {
	return scopesOver(caller, [namespaceOf(id), id]).some(scope =>
		scope.permissions.includes('repo.content.read'),
	);
}

/** Whether the token may call the Inference Providers on behalf of `payer`, an account's or an organization's name. */
export function canInfer(caller: Caller, payer: string): boolean {
	if (caller.kind === 'anonymous' || roleIn(caller, payer) === undefined) {
		return false;
	}
	const { grant } = caller.token;
	if (grant.role === 'oauth' && grant.scopes) {
		return grant.scopes.includes('inference-api');
	}
	return (
		grant.role !== 'fineGrained' ||
		grant.global.includes(INFERENCE_PERMISSION) ||
		scopesOver(caller, [payer]).some(scope => scope.permissions.includes(INFERENCE_PERMISSION))
	);
}
