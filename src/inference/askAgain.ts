import { problemOfNetworkError } from '../net/problemOfNetworkError';
import { ProblemError } from '../util/problemError';
import type { Line } from './withLine';

/** How often in a row a question may fail. */
const MOST_FAILURES = 5;

/** Statuses that say nothing about what was asked for. */
const PASSING = [408, 429, 500, 502, 503, 504];

export interface Question<T> {
	readonly ask: () => Promise<Response>;
	/** Throws for what is no good answer. */
	readonly read: (response: Response) => Promise<T>;
	/** Milliseconds before it is asked again for the first time; each time they are doubled. */
	readonly interval: number;
}

/**
 * Asks, and asks again where the question was not answered. Only for questions that may be repeated: they cost nothing, and what
 * they are about is paid for, whether we hear of it or not.
 */
export async function askAgain<T>(line: Line, { ask, read, interval }: Question<T>): Promise<T> {
	for (let failures = 0; ;) {
		let response: Response | undefined;
		try {
			response = await ask();
			if (!PASSING.includes(response.status) || ++failures > MOST_FAILURES) {
				return await read(response);
			}
			await response.body?.cancel();
		} catch (error) {
			const isConnection = (response === undefined || response.ok) && isPassing(error);
			if (line.signal.aborted || !isConnection || ++failures > MOST_FAILURES) {
				throw error;
			}
		}
		await line.pause(interval * 2 ** (failures - 1));
	}
}

/** Whether the connection failed, and not what came over it. */
function isPassing(error: unknown): boolean {
	const problem = error instanceof ProblemError ? error.problem : problemOfNetworkError(error, '', 0);
	const isCut = error instanceof TypeError && error.message === 'terminated';
	return isCut || problem?.code === 'network.offline' || problem?.code === 'network.timeout';
}
