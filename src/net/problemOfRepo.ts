import type { Problem } from '../shared/problem';
import { answerText } from './answerText';
import type { AnswerFacts } from './operation';

/**
 * What an error says about the repo that was asked for: that it is gated, disabled or not there. Nothing where it is
 * about something else. A gate and a missing repo share their status with a bad token, and are told apart by
 * `X-Error-Code` and, for the states of an access request, by the sentence. A disabled repo has no code at all.
 */
export function problemOfRepo(facts: AnswerFacts, repo: string, signedIn: boolean): Problem | undefined {
	const { status, errorCode } = facts;
	const said = answerText(facts) ?? '';
	if (errorCode === 'GatedRepo' && (status === 401 || status === 403)) {
		return gatedProblem(said, repo, signedIn && status === 403);
	}
	if (errorCode === 'RepoNotFound' || (status === 404 && said === 'Repository not found')) {
		return { code: 'repo.notFound', repo, signedIn };
	}
	if (status === 403 && /access to this resource is disabled/i.test(said)) {
		return { code: 'access.disabled', repo };
	}
	return undefined;
}

/** A request that the authors reset can be made anew, like one that was never made. */
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
	const wasReset = /has been reset/i.test(said);
	return { code: 'access.gated.request', repo, ...(wasReset && { wasReset: true as const }) };
}
