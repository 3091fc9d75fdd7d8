import * as vscode from 'vscode';
import { withSignal } from '../ui/withSignal';
import type { ReposDeps } from './reposDeps';

/** Does something to a repo with progress, says that it is done, and lets the views know. */
export async function performOnRepo(
	{ changed }: Pick<ReposDeps, 'changed'>,
	title: string,
	done: string,
	work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
	await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title, cancellable: true },
		(_, cancellation) => withSignal(cancellation, work),
	);
	changed();
	void vscode.window.showInformationMessage(done);
}
