/** A repo id: one or two segments, neither of which can climb out of a path or add a suffix for the router. */
const REPO_ID = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)?$/;

export function isRepoId(id: string): boolean {
	return id.length <= 200 && REPO_ID.test(id);
}

/** The Hub's page of data about a model. */
export function modelUrl(hub: string, id: string): URL {
	return new URL(`/api/models/${id.split('/').map(encodeURIComponent).join('/')}`, hub);
}
