import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { whileHolding } from '../../util/whileHolding';
import type { Lease } from './lease';

/**
 * A lease for all windows of this machine that share a folder: one that a window left when it was closed is taken over at once,
 * and without a folder to write to there is none.
 */
export function fileLease(folder: string): Lease {
	return {
		hold: (name, work) =>
			whileHolding(
				path.join(folder, `${name.replace(/[^\w-]/g, '_')}.lease`),
				new AbortController().signal,
				async milliseconds => delay(milliseconds),
				work,
			),
	};
}
