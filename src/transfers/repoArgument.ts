import { isRepoType, type RepoRef } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';

/** A repo as it is typed: `owner/name` for a model, `datasets/owner/name`, `spaces/owner/name`, or its address on the Hub. */
export function parseRepo(text: string): RepoRef | undefined {
	const bare = text.trim().replace(/^https?:\/\/[^/]+\//, '');
	const [, plural, id = ''] =
		/^(?:(models|datasets|spaces)\/)?([^/]+(?:\/[^/]+)?)(?:\/(?:tree|blob)\/.*)?\/?$/.exec(bare) ?? [];
	const type = plural === undefined ? 'model' : plural.slice(0, -1);
	return isRepoType(type) && isRepoId(id) ? { type, id } : undefined;
}

/** The repo that a command was called for: a row of the sidebar, a reference, or text. */
export function repoArgument(argument: unknown): RepoRef | undefined {
	if (typeof argument === 'string') {
		return parseRepo(argument);
	}
	if (!isRecord(argument)) {
		return undefined;
	}
	const { repo, modelId } = argument;
	if (typeof modelId === 'string') {
		return isRepoId(modelId) ? { type: 'model', id: modelId } : undefined;
	}
	const found = isRecord(repo) ? repo : argument;
	return isRepoType(found.type) && typeof found.id === 'string' && isRepoId(found.id)
		? { type: found.type, id: found.id }
		: undefined;
}
