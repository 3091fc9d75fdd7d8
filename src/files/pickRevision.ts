import * as vscode from 'vscode';
import type { RepoContents } from '../hub/contents';
import type { RepoRef } from '../shared/repoType';
import { withSignal } from '../ui/withSignal';
import { RevisionBox } from './revisionBox';

/**
 * Asks for a branch, tag, pull request or commit of a repo: one of the list, whose commits go on page by page, or any other by its
 * name. Nothing if the user leaves.
 */
export async function pickRevision(
	hub: Pick<RepoContents, 'refs' | 'commits'>,
	repo: RepoRef,
	title: string,
	except?: string,
): Promise<string | undefined> {
	const [refs, history] = await vscode.window.withProgress(
		{
			location: vscode.ProgressLocation.Window,
			title: `Looking up the revisions of ${repo.id}`,
			cancellable: true,
		},
		(_, cancellation) =>
			withSignal(cancellation, signal =>
				Promise.all([hub.refs(repo, signal), hub.commits({ ...repo, revision: 'main' }, signal)]),
			),
	);
	const box = new RevisionBox(hub, repo, { title, refs, history, except });
	try {
		return await box.ask();
	} finally {
		box.dispose();
	}
}
