import type { Hub, LikedPage, RepoPage } from '../hub/hub';
import type { RepoSummary } from '../hub/repo';
import type { RepoRef, RepoType } from '../shared/repoType';
import type { Listing } from './listing';
import type { Page } from './pagedList';
import { repoNode, type RepoRows } from './repoNode';
import { repoDescription, repoIcon } from './repoWords';
import { rowsAfter } from './rowsAfter';
import { repoQuery } from './searchQuery';

/** The repos of one type, as a view lists them. */
export function repoListing(type: RepoType, hub: Hub, rows: RepoRows): Listing<RepoSummary> {
	return {
		kind: type,
		page: async (search, signal) => repoPage(await hub.repos(repoQuery(type, search), signal)),
		one: (id, signal) => hub.repo({ type, id }, signal),
		liked: async (user, signal) => likedPage(await hub.liked(user, signal)),
		node: (parentId, item, isPinned) => repoNode(parentId, type, item, isPinned, rows),
		words: repo => ({ label: repo.id, description: repoDescription(repo), icon: repoIcon(repo) }),
	};
}

function repoPage({ repos, next }: RepoPage): Page<RepoSummary> {
	return {
		items: repos,
		...(next && { next: async (signal, arrived) => repoPage(await next(signal, rowsAfter(arrived))) }),
	};
}

function likedPage({ repos, next }: LikedPage): Page<RepoRef> {
	return { items: repos, ...(next && { next: async signal => likedPage(await next(signal)) }) };
}
