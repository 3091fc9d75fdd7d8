import * as vscode from 'vscode';
import type { AccessState } from '../shared/repoAccess';
import type { RepoRef } from '../shared/repoType';
import { type AccessWords, accessWords } from '../ui/accessWords';
import type { Offer } from '../ui/announce';
import { openRemedy } from '../ui/openRemedy';
import { withSignal } from '../ui/withSignal';
import type { AccessDeps } from './accessDeps';
import { askForRepo } from './askForRepo';

/** Where the user stands with a repo, in words, and what helps in that case. */
export interface AskedAccess {
	readonly repo: RepoRef;
	readonly state: AccessState;
	readonly words: AccessWords;
	/** All that helps, but for watching a repo that is watched, or is about to be. */
	readonly offers: readonly Offer[];
}

/** Asks the Hub about the repo that a command was called for, or that the user names; nothing if the user leaves. */
export async function askForAccess(
	{ access, settings }: Pick<AccessDeps, 'access' | 'settings'>,
	argument: unknown,
	title: string,
	isWatched: (repo: RepoRef) => boolean,
): Promise<AskedAccess | undefined> {
	const { hub } = settings.endpoints;
	const repo = await askForRepo(argument, title, hub);
	if (repo === undefined) {
		return undefined;
	}
	const state = await vscode.window.withProgress(
		{
			location: vscode.ProgressLocation.Notification,
			title: `Checking access to ${repo.id}`,
			cancellable: true,
		},
		(_, cancellation) => withSignal(cancellation, signal => access.access(repo, signal)),
	);
	const words = accessWords(repo, state, hub);
	const offers = words.remedies
		.filter(
			remedy => !(isWatched(repo) && 'command' in remedy && remedy.command === 'hfWorkbench.watchAccess'),
		)
		.map(remedy => ({ label: remedy.label, act: () => openRemedy(remedy) }));
	return { repo, state, words, offers };
}
