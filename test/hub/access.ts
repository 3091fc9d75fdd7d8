import type { AccessRequests } from './catalogue/accessRequests';
import { type Caller, invalidCredentials } from './authentication';
import type { Repo, RepoKind, RepoOf } from './catalogue/repo';
import { HubError } from './hubError';
import { canSee, canWrite, namespaceOf, reachesGated } from './permissions';
import type { RepoStore } from './repoStore';

/** Files of a gated repository that anyone may read. */
const openFiles = ['README.md', 'LICENSE', 'LICENSE.md', 'LICENSE.txt'];

/** The repository, if the caller may know that it exists: else 401 for the anonymous and 404 for the rest. */
export function visibleRepo<K extends RepoKind>(
	store: RepoStore,
	caller: Caller,
	kind: K,
	id: string,
): RepoOf<K> {
	const repo = store.get(kind, id);
	if (!repo || !canSee(caller, repo)) {
		throw caller.kind === 'anonymous'
			? invalidCredentials()
			: new HubError(404, 'Repository not found', { code: 'RepoNotFound' });
	}
	if (repo.disabled) {
		throw new HubError(403, 'Access to this resource is disabled.');
	}
	return repo;
}

/** What keeps the caller from the contents of a gated repository, or undefined. */
export function gateRefusal(requests: AccessRequests, caller: Caller, repo: Repo): HubError | undefined {
	if (repo.gated === false) {
		return undefined;
	}
	const subject = `${repo.kind} ${repo.id}`;
	const refuse = (status: number, message: string) => new HubError(status, message, { code: 'GatedRepo' });
	if (caller.kind === 'anonymous') {
		return refuse(
			401,
			`Access to ${subject} is restricted. You must have access to it and be authenticated to access it. Please log in.`,
		);
	}
	if (caller.account.name === namespaceOf(repo.id)) {
		return undefined;
	}
	const notListed = refuse(
		403,
		`Access to ${subject} is restricted and you are not in the authorized list. Visit https://huggingface.co/${repo.id} to ask for access.`,
	);
	switch (requests.state(repo.id, caller.account.name)) {
		case 'accepted':
			return reachesGated(caller, repo) ? undefined : notListed;
		case 'none':
			return notListed;
		case 'pending':
			return refuse(403, `Your request to access ${subject} is awaiting a review from the repo authors.`);
		case 'rejected':
			return refuse(403, `Your request to access ${subject} has been rejected by the repo's authors.`);
		case 'reset':
			return refuse(
				403,
				`Your request to access ${subject} has been reset by the repo's authors. Visit https://huggingface.co/${repo.id} to submit a new request.`,
			);
	}
}

/** Throws unless the caller may read `path` of the repository, or any file when no path is given. */
export function requireContents(requests: AccessRequests, caller: Caller, repo: Repo, path?: string): void {
	const refusal =
		path !== undefined && openFiles.includes(path) ? undefined : gateRefusal(requests, caller, repo);
	if (refusal) {
		throw refusal;
	}
}

/** Throws unless the caller may change the repository, or create one in a namespace. */
export function requireWrite(caller: Caller, namespace: string, id?: string): void {
	if (caller.kind === 'anonymous') {
		throw invalidCredentials();
	}
	if (!canWrite(caller, namespace, id)) {
		throw new HubError(403, 'You have read access but not the required permissions for this operation');
	}
}
