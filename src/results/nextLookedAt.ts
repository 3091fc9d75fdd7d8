import { pathTo, togetherWith, type Turn } from '../shared/thread';

/**
 * What the user looks at instead of a run that is gone, with others: one that belongs to it, where there is one left (what it came
 * after, what it was compared with, any other of its entry), else the next older run, else the next newer one. `runs` are those before
 * they are gone, newest first.
 */
export function nextLookedAt<T extends Turn>(
	runs: readonly T[],
	lookedAt: T,
	gone: readonly string[],
): T | undefined {
	const byId = new Map(runs.map(run => [run.id, run]));
	const isLeft = (run: T) => !gone.includes(run.id);
	const together = togetherWith(byId, lookedAt).filter(isLeft);
	const beside = together.find(({ group }) => group !== undefined && group === lookedAt.group);
	const near = pathTo(byId, lookedAt).findLast(isLeft) ?? beside ?? together[0];
	const at = runs.indexOf(lookedAt);
	return near ?? runs.slice(at).find(isLeft) ?? runs.slice(0, at).findLast(isLeft);
}
