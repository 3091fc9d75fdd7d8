import { pathTo, type Turn } from '../shared/thread';

/** The runs that can be deleted without one that goes on: all but those, and what each of them hangs on. */
export function clearable<T extends Turn & { readonly isRunning: boolean }>(
	runs: readonly T[],
): readonly T[] {
	const byId = new Map(runs.map(run => [run.id, run]));
	const kept = new Set(runs.filter(({ isRunning }) => isRunning).flatMap(run => pathTo(byId, run)));
	return runs.filter(run => !kept.has(run));
}
