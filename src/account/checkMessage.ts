import type { ProblemCode, Problem } from '../shared/problem';
import { wordProblem } from '../ui/wordProblem';

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
	const own = sentence(problem);
	if (own !== undefined) {
		return own;
	}
	const { title, explanation } = wordProblem(problem);
	return `${title} ${explanation}${canRetry(problem) ? ' Press Enter to try again.' : ''}`;
}

/** Where the words for a run that failed would advise what does not help here. */
function sentence(problem: Problem): string | undefined {
	if (problem.code === 'token.invalid') {
		return 'The Hub does not know this token: it was mistyped, deleted or revoked. Copy it again, or create a new one.';
	}
	if (problem.code === 'token.expired') {
		return 'This token has expired. Create a new one on the Hub.';
	}
	if (problem.code === 'network.offline') {
		return `${problem.host} cannot be reached. Check the network and any proxy, then press Enter to try again.`;
	}
	if (problem.code === 'server') {
		return `The Hub could not check the token: it answered with status ${problem.status}. Press Enter to try again.`;
	}
	if (problem.code === 'protocol') {
		return `The Hub’s answer could not be understood. ${problem.detail} Press Enter to try again.`;
	}
	return undefined;
}
