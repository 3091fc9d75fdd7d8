import type { Problem } from '../shared/problem';
import type { PartName } from '../shared/repoPage';
import type { ProblemWords } from '../ui/problemWords';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';

/** What the Hub shows to those only who may change a Space. No other token helps anybody else. */
const OF_OWNERS: Readonly<Partial<Record<PartName, string>>> = {
	log: 'the logs',
	variables: 'the secrets and variables',
};

/** Why a part of the page did not come, and what helps beside trying again. */
export function partProblem(part: PartName, problem: Problem): ProblemWords {
	const owned = OF_OWNERS[part];
	return problem.code === 'token.permission' && owned !== undefined
		? {
				title: `You may not see ${owned} of this Space.`,
				explanation: 'The Hub shows them to those only who may write to the Space, by a token that may.',
				remedies: [],
			}
		: wordProblemWithoutRun(problem);
}
