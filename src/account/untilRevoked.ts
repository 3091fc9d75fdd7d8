import { problemOf } from '../util/problemOf';

/** Whether the Hub knows a token still that it was asked to revoke; `unknown` where it could not be asked. */
export type Revocation = 'gone' | 'works' | 'unknown';

/** Milliseconds before each further look: a quarter of a minute in all, for the limit on asking whose a token is is strict. */
const PAUSES = [1000, 2000, 4000, 8000] as const;

interface Looks {
	/** Asks the Hub whose the token is. Throws where it does not say. */
	readonly look: () => Promise<unknown>;
	readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
	/** The Hub still takes the token, and is asked once more. */
	readonly stillWorks: () => void;
	readonly signal: AbortSignal;
}

/**
 * Looks whether a token is gone, a few times: the Hub may take one for a moment longer. The revocation is on its way by then, so
 * whoever cancels ends only the looking, and is told of the last look.
 */
export async function untilRevoked({ look, pause, stillWorks, signal }: Looks): Promise<Revocation> {
	let seen: Revocation = 'unknown';
	for (const milliseconds of [0, ...PAUSES]) {
		try {
			if (milliseconds > 0) {
				stillWorks();
				await pause(milliseconds, signal);
			}
			await look();
			seen = 'works';
		} catch (error) {
			// A Hub that cannot be asked any more takes nothing back of what it said before.
			return signal.aborted || !isRefusal(error) ? seen : 'gone';
		}
	}
	return seen;
}

function isRefusal(error: unknown): boolean {
	const { code } = problemOf(error);
	return code === 'token.invalid' || code === 'token.expired';
}
