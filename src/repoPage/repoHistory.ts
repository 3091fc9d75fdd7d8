import type { CommitPage, RepoAt } from '../hub/contents';
import type { Hub } from '../hub/hub';
import type { RepoParts } from '../shared/repoPage';
import { commitView, refView } from './partViews';

type HistoryView = RepoParts['history'];

/** Branches, tags and commits of a repo, and as many pages of commits as have been asked for. */
export class RepoHistory {
	private next: CommitPage['next'];

	constructor(
		private readonly hub: Pick<Hub, 'refs' | 'commits'>,
		private readonly at: RepoAt,
	) {}

	/** All but the commits before the latest. */
	async begin(signal: AbortSignal): Promise<HistoryView> {
		const [refs, page] = await Promise.all([
			this.hub.refs(this.at, signal),
			this.hub.commits(this.at, signal),
		]);
		this.next = page.next;
		return {
			branches: refs.branches.map(refView),
			tags: refs.tags.map(refView),
			pullRequests: refs.pullRequests.map(refView),
			commits: page.commits.map(commitView),
			...(page.total !== undefined && { total: page.total }),
			more: page.next ? 'there' : 'none',
		};
	}

	/** The same with the next page of commits. */
	async goOn(history: HistoryView, signal: AbortSignal): Promise<HistoryView> {
		const page = await this.next?.(signal);
		this.next = page?.next;
		// Pages are counted from the latest commit: a new one moves what is known on to the next page.
		const known = new Set(history.commits.map(({ commit }) => commit));
		const added = (page?.commits ?? []).map(commitView).filter(({ commit }) => !known.has(commit));
		return {
			...history,
			commits: [...history.commits, ...added],
			...(page?.total !== undefined && { total: page.total }),
			more: page?.next ? 'there' : 'none',
		};
	}
}
