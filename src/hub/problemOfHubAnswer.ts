import { answerText } from '../net/answerText';
import type { AnswerFacts } from '../net/operation';
import { type Asked, problemOfAnswer } from '../net/problemOfAnswer';
import { problemOfRepo } from '../net/problemOfRepo';
import type { Problem } from '../shared/problem';

/** What was asked of the Hub; `repo` where it was about one repo. */
export interface HubAsked extends Asked {
	readonly repo?: string;
	readonly file?: { readonly path: string; readonly revision: string };
}

/**
 * What an error of the Hub means. Who asks about a repo without a token is told 401 whether it is missing, private or
 * gated; beyond that, what is said about a repo counts before what the status alone says.
 */
export function problemOfHubAnswer(facts: AnswerFacts, asked: HubAsked): Problem {
	const repo = asked.repo ?? repoIn(answerText(facts) ?? '');
	if (repo === undefined) {
		return problemOfAnswer(facts, asked);
	}
	if (asked.file && facts.status === 404 && facts.errorCode === 'EntryNotFound') {
		return { code: 'file.notFound', repo, file: asked.file.path, revision: asked.file.revision };
	}
	if (facts.status === 404 && facts.errorCode === 'RevisionNotFound') {
		return { code: 'revision.notFound', repo, ...(asked.file && { revision: asked.file.revision }) };
	}
	if (facts.status === 409) {
		const detail = answerText(facts);
		return { code: 'repo.conflict', repo, ...(detail !== undefined && { detail }) };
	}
	const problem = problemOfRepo(facts, repo, asked.signedIn);
	if (problem?.code === 'repo.notFound' && asked.missesPrivate) {
		return { ...problem, missesPrivate: true };
	}
	if (!problem && facts.status === 401 && !asked.signedIn) {
		return { code: 'repo.notFound', repo, signedIn: false };
	}
	return problem ?? problemOfAnswer(facts, { ...asked, on: repo });
}

function repoIn(said: string): string | undefined {
	return /\baccess (?:to )?(?:model|dataset|space) ([\w.-]+\/[\w.-]+)/i.exec(said)?.[1];
}
