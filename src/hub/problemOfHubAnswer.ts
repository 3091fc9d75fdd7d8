import { answerText } from '../net/answerText';
import type { AnswerFacts } from '../net/operation';
import { type Asked, problemOfAnswer } from '../net/problemOfAnswer';
import type { Problem } from '../shared/problem';

/** What was asked of the Hub; `repo` where it was about one repo. */
export interface HubAsked extends Asked {
	readonly repo?: string;
}

/**
 * What an error of the Hub means. The status alone is not enough: a gate and a missing repo share theirs with a bad
 * token, and are told apart by `X-Error-Code`, by whether a token was sent and, for the states of an access request, by
 * the sentence. A disabled repo has no code at all.
 */
export function problemOfHubAnswer(facts: AnswerFacts, asked: HubAsked): Problem {
	const { status, errorCode } = facts;
	const said = answerText(facts) ?? '';
	const repo = asked.repo ?? repoIn(said);
	if (repo === undefined) {
		return problemOfAnswer(facts, asked);
	}
	if (errorCode === 'GatedRepo' && (status === 401 || status === 403)) {
		return gatedProblem(said, repo, asked.signedIn && status === 403);
	}
	if (errorCode === 'RepoNotFound' || (status === 404 && said === 'Repository not found')) {
		return { code: 'repo.notFound', repo, signedIn: asked.signedIn };
	}
	if (status === 401 && !asked.signedIn) {
		return { code: 'repo.notFound', repo, signedIn: false };
	}
	if (status === 403 && /access to this resource is disabled/i.test(said)) {
		return { code: 'access.disabled', repo };
	}
	return problemOfAnswer(facts, asked);
}

/** A request that the authors reset can be made anew, as if it had never been made. */
function gatedProblem(said: string, repo: string, signedIn: boolean): Problem {
	if (!signedIn) {
		return { code: 'access.gated.signIn', repo };
	}
	if (/awaiting a review/i.test(said)) {
		return { code: 'access.gated.pending', repo };
	}
	if (/has been rejected/i.test(said)) {
		return { code: 'access.gated.rejected', repo };
	}
	return { code: 'access.gated.request', repo };
}

function repoIn(said: string): string | undefined {
	return /\baccess (?:to )?(?:model|dataset|space) ([\w.-]+\/[\w.-]+)/i.exec(said)?.[1];
}
