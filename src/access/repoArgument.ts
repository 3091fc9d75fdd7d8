import { isRepoType, type RepoRef } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';

/** The repo that a command was called for: a row of a view, which names its model or its repo, or a repo as a button has it. */
export function repoArgument(argument: unknown): RepoRef | undefined {
	if (!isRecord(argument)) {
		return undefined;
	}
	const { type, id, modelId, repo } = argument;
	if (isRecord(repo)) {
		return repoArgument(repo);
	}
	if (typeof modelId === 'string') {
		return isRepoId(modelId) ? { type: 'model', id: modelId } : undefined;
	}
	return isRepoType(type) && typeof id === 'string' && isRepoId(id) ? { type, id } : undefined;
}
