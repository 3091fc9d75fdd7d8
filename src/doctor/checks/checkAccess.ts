import { parseRepoRef } from '../../util/parseRepoRef';
import type { CheckContext } from '../check';
import type { AccessFinding } from '../findings/accessFinding';

export async function checkAccess(
	{ repo: typed, settings, access }: CheckContext,
	signal: AbortSignal,
): Promise<readonly AccessFinding[]> {
	if (typed === '') {
		return [{ kind: 'access.unnamed' }];
	}
	const { hub } = settings.endpoints;
	const repo = parseRepoRef(typed, hub);
	return repo
		? [{ kind: 'access.state', repo, state: await access.access(repo, signal), hub }]
		: [{ kind: 'access.badId', typed }];
}
