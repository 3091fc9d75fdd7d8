import { announce } from '../ui/announce';
import type { AccessDeps } from './accessDeps';
import { askForAccess } from './askForAccess';

/** Says where the user stands with a repo, and offers what helps in that case. */
export async function checkAccess(deps: AccessDeps, argument: unknown): Promise<void> {
	const { watch, log } = deps;
	const asked = await askForAccess(deps, argument, 'Check Access', repo => watch.has(repo));
	if (asked === undefined) {
		return;
	}
	const { repo, state, words, offers } = asked;
	const isWatched = watch.has(repo);
	if (isWatched) {
		await watch.learn(repo, state);
	}
	// A watch that has ended has said so itself.
	if (isWatched && !watch.has(repo)) {
		return;
	}
	announce(
		log,
		words.isFine ? 'information' : 'warning',
		`${words.title} ${words.explanation}${isWatched ? ' You will be told here when that changes.' : ''}`,
		...offers,
	);
}
