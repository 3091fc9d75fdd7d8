import type { Problem, ProblemCode, ProblemOf } from '../shared/problem';
import { withoutLinks } from '../util/withoutLinks';
import { NETWORK_PROBLEM_WORDS } from './networkProblemWords';
import type { ProblemWords } from './problemWords';
import { REMEDIES } from './remedies';
import { REPO_PROBLEM_WORDS } from './repoProblemWords';
import { RUN_PROBLEM_WORDS } from './runProblemWords';
import { sentences } from './sentences';
import { SIGN_IN_WORDS } from './signInWords';
import { TOKEN_PROBLEM_WORDS } from './tokenProblemWords';
import { TRANSFER_WORDS } from './transferWords';

const WORDS: { readonly [C in ProblemCode]: (problem: ProblemOf<C>) => ProblemWords } = {
	...TOKEN_PROBLEM_WORDS,
	...SIGN_IN_WORDS,
	...REPO_PROBLEM_WORDS,
	...RUN_PROBLEM_WORDS,
	...NETWORK_PROBLEM_WORDS,
	...TRANSFER_WORDS,
	server: ({ status, detail, requestId }) => ({
		title: 'The server failed.',
		explanation: sentences(
			detail,
			`It answered with status ${status}${requestId ? ` (request ${requestId})` : ''}. Try again.`,
		),
		remedies: [REMEDIES.runAgain, REMEDIES.runWith],
	}),
	protocol: ({ detail }) => ({
		title: 'The answer could not be understood.',
		explanation: sentences(detail, 'Try again.'),
		remedies: [REMEDIES.runAgain, REMEDIES.runWith],
	}),
	cancelled: () => ({ title: 'Stopped.', explanation: 'You stopped it.', remedies: [REMEDIES.runAgain] }),
	unexpected: ({ detail }) => ({
		title: 'Something unexpected happened.',
		explanation: sentences(detail, 'The log has more.'),
		remedies: [REMEDIES.showLog, REMEDIES.runAgain],
	}),
};

/** Words a problem, with what helps a run that failed. */
export function wordProblem(problem: Problem): ProblemWords {
	const word = WORDS[problem.code] as (problem: Problem) => ProblemWords;
	const { title, explanation, remedies } = word(problem);
	return { title: withoutLinks(title), explanation: withoutLinks(explanation), remedies };
}
