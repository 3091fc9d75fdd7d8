import type { Problem } from '../shared/problem';
import type { ProblemWords } from './problemWords';
import { wordProblem } from './wordProblem';

/** What only helps where there is a run. */
const OF_RUNS: ReadonlySet<string> = new Set(['hfWorkbench.runAgain', 'hfWorkbench.runWith']);

/** The words of a problem for a list or a command, where there is no run but one of some time ago, which is not meant. */
export function wordProblemWithoutRun(problem: Problem): ProblemWords {
	const { remedies, ...words } = wordProblem(problem);
	return {
		...words,
		remedies: remedies.filter(remedy => !('command' in remedy) || !OF_RUNS.has(remedy.command)),
	};
}
