import type { ProblemCode, Problem } from '../shared/problem';
import { wordProblem } from '../ui/problems';

/** Problems of the way to the Hub, not of the token: trying again may be enough. */
const PASSING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
	'network.offline',
	'network.timeout',
	'network.tls',
	'network.proxy',
	'rateLimited',
	'server',
	'protocol',
	'unexpected',
]);

/** Whether the same token may pass the check later. */
export function canRetry({ code }: Problem): boolean {
	return PASSING.has(code);
}

/** What the box says when the Hub was asked about a token and did not say whose it is. */
export function checkMessage(problem: Problem): string {
	if (problem.code === 'token.invalid') {
		return 'The Hub does not know this token: it was mistyped, deleted or revoked. Copy it again, or create a new one.';
	}
	if (problem.code === 'token.expired') {
		return 'This token has expired. Create a new one on the Hub.';
	}
	const { title, explanation } = wordProblem(problem);
	const retry = canRetry(problem) ? ' Press Enter to try again.' : '';
	return `${title} ${explanation}${retry}`;
}
