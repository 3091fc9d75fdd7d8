import type { FineGrained } from '../../../src/shared/fineGrained';

/** The permissions of a fine-grained token of `ada`, all of them for herself. */
export function own(...permissions: readonly string[]): FineGrained {
	return {
		canReadGatedRepos: false,
		global: [],
		scoped: [{ entity: { type: 'user', name: 'ada' }, permissions }],
	};
}
