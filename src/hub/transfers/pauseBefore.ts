import type { Problem } from '../../shared/problem';

/** How often a line that breaks is taken up again without having brought anything. */
const ATTEMPTS = 5;
/** Milliseconds; doubled each time. */
const FIRST_PAUSE = 500;
/** Seconds until a rate limit is lifted that are waited for. */
const LONGEST_PAUSE = 300;

/** Milliseconds until it is worth another attempt, after so many that brought nothing; nothing where it is not. */
export function pauseBefore(problem: Problem, failures: number): number | undefined {
	if (problem.code === 'rateLimited') {
		const { resetSeconds } = problem;
		const isShort = failures <= 1 && resetSeconds !== undefined && resetSeconds <= LONGEST_PAUSE;
		return isShort ? resetSeconds * 1000 : undefined;
	}
	const passes =
		problem.code === 'network.offline' ||
		problem.code === 'network.timeout' ||
		(problem.code === 'server' && problem.status >= 500);
	return passes && failures < ATTEMPTS ? FIRST_PAUSE * 2 ** failures : undefined;
}
