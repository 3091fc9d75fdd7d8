import * as vscode from 'vscode';
import { localTime } from '../util/localTime';
import type { AccessDeps } from './accessDeps';
import { repoArgument } from './repoArgument';

/** Stops watching the repos that the user picks, or the one that is named. */
export async function stopWatching({ watch }: Pick<AccessDeps, 'watch'>, argument: unknown): Promise<void> {
	const named = repoArgument(argument);
	if (named) {
		await watch.remove(named);
		return;
	}
	const { watched } = watch;
	if (watched.length === 0) {
		void vscode.window.showInformationMessage('No repo’s access is watched.');
		return;
	}
	const picked = await vscode.window.showQuickPick(
		watched.map(({ repo, askedAt }) => ({
			label: repo.id,
			description: `asked ${localTime(askedAt)}`,
			iconPath: new vscode.ThemeIcon('bell'),
			repo,
		})),
		{
			title: 'Stop Watching Access',
			placeHolder: 'You are told when these are granted. Choose what you do not want to hear about any more',
			canPickMany: true,
		},
	);
	for (const { repo } of picked ?? []) {
		await watch.remove(repo);
	}
}
