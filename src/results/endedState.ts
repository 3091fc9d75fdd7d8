import type { Problem } from '../shared/problem';
import type { StoredState } from './storedRun';

/** The state of a run that a problem has ended: one that the user stopped has not failed. */
export function endedState(problem: Problem): StoredState {
	if (problem.code !== 'cancelled') {
		return { type: 'failed', problem };
	}
	const { job } = problem;
	return { type: 'stopped', ...(job && { job }) };
}
