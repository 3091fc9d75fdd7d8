import type { RepoRef } from '../shared/repoType';
import { ProblemError } from '../util/problemError';
import { problemOf } from '../util/problemOf';
import type { CommitPage, RepoContents } from './contents';

const SHORT_ID = /^[0-9a-f]{7,39}$/;
/** Pages of a history that are looked through for a commit. */
const MOST_PAGES = 40;

/**
 * What a name that somebody typed stands for as a revision: a branch, a tag or a commit as it is, and a commit's first digits as the
 * whole id, since the Hub takes no others. Those are looked for in the history that is known, and then in the pages before it. Fails
 * where there is no such revision.
 */
export async function findRevision(
	hub: Pick<RepoContents, 'commits'>,
	repo: RepoRef,
	typed: string,
	{ known, signal }: { readonly known: CommitPage; readonly signal: AbortSignal },
): Promise<string> {
	const idIn = ({ commits }: CommitPage) =>
		SHORT_ID.test(typed) ? commits.find(({ id }) => id.startsWith(typed))?.id : undefined;
	const found = idIn(known);
	if (found !== undefined) {
		return found;
	}
	try {
		await hub.commits({ ...repo, revision: typed }, signal);
		return typed;
	} catch (error) {
		if (!SHORT_ID.test(typed) || problemOf(error).code !== 'revision.notFound') {
			throw error;
		}
		let page = known;
		let searched = known.commits.length;
		for (let pages = 0; page.next && pages < MOST_PAGES; pages++) {
			page = await page.next(signal);
			searched += page.commits.length;
			const id = idIn(page);
			if (id !== undefined) {
				return id;
			}
		}
		throw page.next
			? new ProblemError({ code: 'revision.notFound', repo: repo.id, revision: typed, searched })
			: error;
	}
}
