import * as vscode from 'vscode';
import type { Commit, Ref, Refs } from '../hub/contents';
import { withoutIcons } from '../ui/withoutIcons';
import { localDate } from '../util/localTime';

/** A row of a list of revisions, and what comes of choosing it. */
export interface RevisionItem extends vscode.QuickPickItem {
	readonly choice:
		| { readonly type: 'revision'; readonly revision: string }
		/** One that is not in the list, and has to be looked up. */
		| { readonly type: 'typed'; readonly revision: string }
		| { readonly type: 'more' }
		| { readonly type: 'none' };
}

/** What a repo's revisions are called, each group under its heading, without the one that is not to be chosen. */
export function revisionItems(
	refs: Refs,
	commits: readonly Commit[],
	except: string | undefined,
): readonly RevisionItem[] {
	const group = (label: string, items: readonly RevisionItem[]): readonly RevisionItem[] => {
		const others = items.filter(({ choice }) => !('revision' in choice) || choice.revision !== except);
		return others.length === 0
			? []
			: [{ label, kind: vscode.QuickPickItemKind.Separator, choice: { type: 'none' } }, ...others];
	};
	return [
		...group('Branches', refs.branches.map(refItem('git-branch'))),
		...group('Tags', refs.tags.map(refItem('tag'))),
		...group('Pull Requests', refs.pullRequests.map(refItem('git-pull-request'))),
		...group('Commits on main', commits.map(commitItem)),
	];
}

const refItem =
	(icon: string) =>
	({ name, commit }: Ref): RevisionItem => ({
		label: withoutIcons(name),
		description: commit.slice(0, 7),
		iconPath: new vscode.ThemeIcon(icon),
		choice: { type: 'revision', revision: name },
	});

function commitItem({ id, title, authors, date }: Commit): RevisionItem {
	return {
		label: withoutIcons(title),
		description: withoutIcons(`${id.slice(0, 7)} · ${authors.join(', ')} · ${localDate(date)}`),
		iconPath: new vscode.ThemeIcon('git-commit'),
		choice: { type: 'revision', revision: id },
	};
}
