import type { RepoCopy } from '../hub/admin';
import type { RepoRef } from '../shared/repoType';
import { ProblemError } from '../util/problemError';
import { askName } from './askName';
import { askOwner } from './askOwner';
import { askVisibility } from './askVisibility';
import { ownerAndName } from '../shared/ownerAndName';
import type { ReposDeps } from './reposDeps';

/** Asks what the copy of a repo is to be called, and who may see it. Nothing if the user leaves. */
export async function askCopy(repo: RepoRef, deps: ReposDeps): Promise<RepoCopy | undefined> {
	const title = `Duplicate ${repo.id}`;
	const owner = await askOwner(deps, title);
	const name =
		owner === undefined ? undefined : await askName(`${title} for ${owner}`, ownerAndName(repo)[1]);
	if (owner === undefined || name === undefined) {
		return undefined;
	}
	const id = `${owner}/${name}`;
	if (id === repo.id) {
		throw new ProblemError({ code: 'repo.conflict', repo: id, detail: 'A copy cannot have the same name.' });
	}
	const isPrivate = await askVisibility(title);
	return isPrivate === undefined ? undefined : { id, isPrivate };
}
