import type { RepoRef, RepoType } from '../shared/repoType';

const PREFIXES: Readonly<Record<RepoType, string>> = { model: '', dataset: 'datasets/', space: 'spaces/' };

/** The address of a repo's page on the Hub. */
export function repoPageUrl({ type, id }: RepoRef, hub: string): string {
	return `${hub}/${PREFIXES[type]}${id}`;
}
