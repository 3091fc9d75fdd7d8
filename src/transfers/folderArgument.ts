import { parseRepoFolder } from '../hub/transfers/upload/parseRepoFolder';
import { isRecord } from '../util/isRecord';
import { ProblemError } from '../util/problemError';
import { repoArgument } from './repoArgument';
import type { UploadPlace } from './uploadPlace';

/**
 * Where an upload goes that was called for by the row of a repo's folder; nothing where it was called for something else. A folder
 * that nothing can be uploaded to is a problem: without it, all would go to the root.
 */
export function folderArgument(argument: unknown): UploadPlace | undefined {
	const location = isRecord(argument) && isRecord(argument.location) ? argument.location : {};
	const repo = repoArgument(location);
	const { revision, path } = location;
	if (!repo || typeof revision !== 'string' || typeof path !== 'string') {
		return undefined;
	}
	const into = parseRepoFolder(path);
	if (into === undefined) {
		const detail = `“${path}” of ${repo.id} has a name that the Hub takes nothing for. Choose another folder.`;
		throw new ProblemError({ code: 'upload.refused', detail });
	}
	return { repo, branch: revision, ...(into !== '' && { into }) };
}
