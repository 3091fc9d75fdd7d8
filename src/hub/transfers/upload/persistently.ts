import { toProblem } from '../../../net/toProblem';
import type { HubWay } from '../hubWay';
import { pauseBefore } from '../pauseBefore';
import type { UploadDeps } from './uploadDeps';

/** Asks the storage, or the Hub about it, again where the line broke or it had no time; `again` hears of each new attempt. */
export async function persistently<T>(
	{ pause }: UploadDeps,
	{ signal, operation }: HubWay,
	work: () => Promise<T>,
	again: () => void = () => undefined,
): Promise<T> {
	for (let failures = 1; ; failures++) {
		signal.throwIfAborted();
		try {
			return await work();
		} catch (error) {
			const wait = signal.aborted ? undefined : pauseBefore(toProblem(error, operation.last), failures);
			if (wait === undefined) {
				throw error;
			}
			again();
			await pause(wait, signal);
		}
	}
}
