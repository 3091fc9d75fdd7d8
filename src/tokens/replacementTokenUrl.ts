import { UNKNOWN_ENTITY } from '../shared/fineGrained';
import { classicTokenUrl, createTokenUrl } from './createTokenUrl';
import type { Rights } from './permits';

/**
 * The Hub's page for a token in the place of another, filled in for what that one may do, as far as the page can be: for its
 * account and one organisation, not for single repos.
 */
export function replacementTokenUrl(hub: string, { user, role, fineGrained }: Rights): string {
	if (role === 'read' || role === 'write') {
		return classicTokenUrl(hub, role);
	}
	if (role === 'admin') {
		return classicTokenUrl(hub, 'write');
	}
	if (role !== 'fineGrained' || !fineGrained) {
		return createTokenUrl(hub, 'inference');
	}
	const url = new URL(`${hub}/settings/tokens/new`);
	const add = (name: string, permissions: readonly string[]) =>
		[...new Set(permissions)].forEach(permission => url.searchParams.append(name, permission));
	const own = fineGrained.scoped.filter(
		({ entity: { type, name } }) => type === UNKNOWN_ENTITY || (type === 'user' && name === user),
	);
	const organisation = fineGrained.scoped.find(({ entity }) => entity.type === 'org');
	add(
		'ownUserPermissions',
		own.flatMap(({ permissions }) => permissions),
	);
	if (organisation) {
		add('orgs', [organisation.entity.name]);
		add('orgPermissions', organisation.permissions);
	}
	add('globalPermissions', fineGrained.global);
	if (fineGrained.canReadGatedRepos) {
		url.searchParams.set('canReadGatedRepos', 'true');
	}
	url.searchParams.set('tokenType', 'fineGrained');
	return url.href;
}
