import * as vscode from 'vscode';
import type { RepoContents } from '../hub/contents';
import type { RepoRef } from '../shared/repoType';
import { localDate } from '../util/localTime';
import { withSignal } from '../ui/withSignal';

interface RevisionItem extends vscode.QuickPickItem {
	readonly revision?: string;
	readonly ask?: true;
}

/** Asks for a branch, tag, pull request or commit of a repo. Nothing if the user leaves. */
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
	const group = (label: string, items: readonly RevisionItem[]): readonly RevisionItem[] =>
		items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
	const named = (icon: string) => (ref: { readonly name: string; readonly commit: string }) => ({
		label: ref.name,
		description: ref.commit.slice(0, 7),
		iconPath: new vscode.ThemeIcon(icon),
		revision: ref.name,
	});
	const items = [
		...group('Branches', refs.branches.map(named('git-branch'))),
		...group('Tags', refs.tags.map(named('tag'))),
		...group('Pull Requests', refs.pullRequests.map(named('git-pull-request'))),
		...group(
			'Commits on main',
			history.commits.map(({ id, title: subject, authors, date }) => ({
				label: subject,
				description: `${id.slice(0, 7)} · ${authors.join(', ')} · ${localDate(date)}`,
				iconPath: new vscode.ThemeIcon('git-commit'),
				revision: id,
			})),
		),
		{
			label: 'Other…',
			description: 'any commit, by the first 7 of its 40 hex digits or more',
			ask: true as const,
		},
	].filter(item => item.revision === undefined || item.revision !== except);
	const picked = await vscode.window.showQuickPick(items, {
		title,
		matchOnDescription: true,
		ignoreFocusOut: true,
	});
	return picked?.ask ? askCommit(title) : picked?.revision;
}

async function askCommit(title: string): Promise<string | undefined> {
	const value = await vscode.window.showInputBox({
		title,
		prompt: 'Commit id',
		ignoreFocusOut: true,
		validateInput: text => (/^[0-9a-f]{7,40}$/.test(text.trim()) ? undefined : '7 to 40 hex digits.'),
	});
	return value?.trim();
}
