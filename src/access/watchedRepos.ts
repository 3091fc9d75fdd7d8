import { ACCESS_STATES, type AccessState } from '../shared/repoAccess';
import { isRepoType, type RepoRef } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';

/** A repo that the user wants to hear about. Times are epoch milliseconds. */
export interface WatchedRepo {
	readonly repo: RepoRef;
	/** Since when it is watched, and when the Hub was asked last. */
	readonly since: number;
	readonly askedAt: number;
	/** What the Hub said then. */
	readonly state: AccessState;
}

/** Reads what lies in the editor's storage. Whatever is not a watched repo, by another version or by damage, is passed over. */
export function parseWatchedRepos(stored: unknown): readonly WatchedRepo[] {
	const entries: readonly unknown[] = Array.isArray(stored) ? stored : [];
	return entries.flatMap(entry => {
		if (!isRecord(entry) || !isRecord(entry.repo)) {
			return [];
		}
		const { since, askedAt } = entry;
		const { type, id } = entry.repo;
		const state = ACCESS_STATES.find(one => one === entry.state);
		return isRepoType(type) &&
			typeof id === 'string' &&
			isRepoId(id) &&
			typeof since === 'number' &&
			typeof askedAt === 'number' &&
			state
			? [{ repo: { type, id }, since, askedAt, state }]
			: [];
	});
}

/** What an answer means for whoever waits: nothing new, or an end of the waiting that is to be told. */
export function isSettled(state: AccessState): boolean {
	switch (state) {
		case 'open':
		case 'granted':
		case 'rejected':
		case 'reset':
		case 'notFound':
		case 'disabled':
			return true;
		// Not asked for yet, not answered yet, or another token is in use for now.
		case 'request':
		case 'pending':
		case 'signIn':
		case 'scope':
			return false;
	}
}

const DAY = 24 * 60 * 60 * 1000;

/** When a repo is asked about again: at the given interval in milliseconds, and four times as seldom after the first day. */
export function nextAskAt({ since, askedAt }: WatchedRepo, interval: number): number {
	return askedAt + (askedAt - since > DAY ? 4 * interval : interval);
}
