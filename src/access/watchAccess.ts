import { announce } from '../ui/announce';
import type { AccessDeps } from './accessDeps';
import { askForAccess } from './askForAccess';
import { isSettled } from './watchedRepos';

/** Watches a repo: whoever has asked for access hears when it is granted, as long as a window is open. */
export async function watchAccess(deps: AccessDeps, argument: unknown): Promise<void> {
	const { watch, log } = deps;
	const asked = await askForAccess(deps, argument, 'Tell Me When Granted', () => true);
	if (asked === undefined) {
		return;
	}
	const { repo, state, words, offers } = asked;
	if (isSettled(state)) {
		// One that was watched already says so itself.
		if (watch.has(repo)) {
			await watch.learn(repo, state);
		} else {
			announce(log, 'information', `${words.title} ${words.explanation}`, ...offers);
		}
		return;
	}
	await watch.add(repo, state);
	announce(
		log,
		'information',
		`${words.title} You will be told here when that changes. The Hub is asked now and then, as long as a window is open.`,
		...offers.slice(0, 1),
		{ label: 'Stop Watching', act: () => watch.remove(repo) },
	);
}
