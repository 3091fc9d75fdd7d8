import type { Permission } from '../shared/permission';

/** What is ticked for the user on the Hub's page, so that the new token can do this and no more. */
const TICKED = {
	'hub.read': ['repo.content.read'],
	'hub.gated': ['repo.content.read'],
	'hub.write': ['repo.content.read', 'repo.write'],
	inference: ['inference.serverless.write'],
	jobs: ['job.write'],
} as const satisfies Record<Permission, readonly string[]>;

/**
 * The Hub's page for a new fine-grained token, filled in for a permission. `hub` is where the Hub is, `organization` for
 * whom the permission is if not for the user. The parameters are those of the links in the Hub's own documentation.
 */
export function createTokenUrl(hub: string, permission: Permission, organization?: string): string {
	const url = new URL(`${hub}/settings/tokens/new`);
	if (organization !== undefined) {
		url.searchParams.set('orgs', organization);
	}
	for (const scope of TICKED[permission]) {
		url.searchParams.append(organization === undefined ? 'ownUserPermissions' : 'orgPermissions', scope);
	}
	if (permission === 'hub.gated') {
		url.searchParams.set('canReadGatedRepos', 'true');
	}
	url.searchParams.set('tokenType', 'fineGrained');
	return url.href;
}

/** The same page for a token of a classic role. */
export function classicTokenUrl(hub: string, role: 'read' | 'write'): string {
	return `${hub}/settings/tokens/new?tokenType=${role}`;
}
