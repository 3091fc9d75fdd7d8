import type { Permission } from '../shared/permission';

/** What is ticked for the user on the Hub's page, so that the new token can do this and no more. */
const TICKED = {
	'hub.read': ['repo.content.read'],
	'hub.write': ['repo.content.read', 'repo.write'],
	inference: ['inference.serverless.write'],
	jobs: ['job.write'],
} as const satisfies Record<Permission, readonly string[]>;

/** The Hub's page for a new fine-grained token, filled in for a permission. `hub` is where the Hub is. */
export function createTokenUrl(hub: string, permission: Permission): string {
	const url = new URL(`${hub}/settings/tokens/new`);
	for (const scope of TICKED[permission]) {
		url.searchParams.append('ownUserPermissions', scope);
	}
	url.searchParams.set('tokenType', 'fineGrained');
	return url.href;
}
