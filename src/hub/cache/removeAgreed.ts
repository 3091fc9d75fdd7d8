import type { CachedRepo } from './cachedRepo';
import { isSameRemoval } from './isSameRemoval';
import type { Removal } from './planRemoval';

/** What a removal that is asked about stands on. */
export interface RemovalDeps {
	/** The cache as it is now. */
	readonly look: () => Promise<readonly CachedRepo[]>;
	/** Shows what would go; `hasChanged` where it is no longer what was shown before. */
	readonly agree: (removals: readonly Removal[], hasChanged: boolean) => Promise<boolean>;
	readonly carryOut: (removal: Removal) => Promise<void>;
}

/**
 * Removes what `plan` finds in the cache, once that has been agreed to. Other tools write to the cache meanwhile, and an
 * answer may take minutes: just before each removal the cache is looked at again, and what is not as it was shown is asked
 * about anew. Answers with what was removed.
 */
export async function removeAgreed(
	{ look, agree, carryOut }: RemovalDeps,
	plan: (repos: readonly CachedRepo[]) => readonly Removal[],
): Promise<readonly Removal[]> {
	const removed: Removal[] = [];
	let left = plan(await look());
	for (let hasChanged = false; left.length > 0 && (await agree(left, hasChanged)); hasChanged = true) {
		let now = plan(await look());
		while (isSame(left, now)) {
			const [next, ...others] = now;
			if (!next) {
				return removed;
			}
			await carryOut(next);
			removed.push(next);
			left = others;
			now = plan(await look());
		}
		left = now;
	}
	return removed;
}

function isSame(some: readonly Removal[], others: readonly Removal[]): boolean {
	const byFolder = new Map(others.map(other => [other.repo.folder, other]));
	return (
		some.length === others.length &&
		some.every(one => {
			const other = byFolder.get(one.repo.folder);
			return other !== undefined && isSameRemoval(one, other);
		})
	);
}
