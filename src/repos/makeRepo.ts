import type { RepoRef } from '../shared/repoType';
import { askNewRepo } from './askNewRepo';
import { performOnRepo } from './performOnRepo';
import type { ReposDeps } from './reposDeps';

/** Asks what repo is to be made, and makes it. Nothing if the user leaves. */
export async function makeRepo(deps: ReposDeps): Promise<RepoRef | undefined> {
	const repo = await askNewRepo(deps);
	if (!repo) {
		return undefined;
	}
	await performOnRepo(deps, `Creating ${repo.id}`, `Created ${repo.id}.`, signal =>
		deps.hub.createRepo(repo, signal),
	);
	return { type: repo.type, id: repo.id };
}
