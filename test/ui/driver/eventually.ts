import { setTimeout } from 'node:timers/promises';

/** Between two looks, in milliseconds. */
const pauseMs = 50;
/** Within which it has to be as it should: as long as a step of the window may take. */
const patienceMs = 30_000;

/**
 * Looks until what is seen stands the check, and gives it. Where it never does, it fails with what the check said last.
 * It is for what comes some time after an action, in a place where something else stood before.
 */
export async function eventually<T>(look: () => T | Promise<T>, check: (seen: T) => void): Promise<T> {
	const end = Date.now() + patienceMs;
	for (;;) {
		const seen = await look();
		try {
			check(seen);
			return seen;
		} catch (error) {
			if (Date.now() > end) {
				throw error;
			}
		}
		await setTimeout(pauseMs);
	}
}
