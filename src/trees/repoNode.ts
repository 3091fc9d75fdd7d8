import * as vscode from 'vscode';
import type { RepoSummary } from '../hub/repo';
import type { RepoRef } from '../shared/repoType';
import { cardMarkdown } from '../ui/card';
import { wordProblem } from '../ui/wordProblem';
import type { FileRows } from './fileRows';
import type { Unknown } from './listing';
import { repoCard, repoDescription, repoIcon, repoSpoken, typeIcon } from './repoWords';
import type { TreeNode } from './treeNode';

/** A repo in the tree. Commands know it by `repo`, and those for models alone by `modelId`. */
export interface RepoNode extends TreeNode {
	readonly repo: RepoRef;
	readonly modelId?: string;
	/** Of a model, where it is known. */
	readonly task?: string;
}

/** What the rows of repos in one view share. */
export interface RepoRows {
	readonly files: FileRows;
	/** Whether a repo is the user's or an organisation's of theirs, as far as that is known. */
	readonly isOwn: (id: string) => boolean;
	/** What a click on a repo does. */
	readonly openRepo: (repo: RepoRef) => unknown;
}

/** `parentId` keeps a repo that is in two sections apart. */
export function repoNode(
	parentId: string,
	type: RepoRef['type'],
	repo: RepoSummary | Unknown,
	isPinned: boolean,
	{ files, isOwn, openRepo }: RepoRows,
): RepoNode {
	const { id } = repo;
	let made: vscode.TreeItem | undefined;
	const makeItem = () => {
		const item = new vscode.TreeItem(id, vscode.TreeItemCollapsibleState.Collapsed);
		item.contextValue = `hfWorkbench.${type}${isPinned ? '.pinned' : ''}${isOwn(id) ? '.own' : ''}`;
		if ('likes' in repo) {
			item.description = repoDescription(repo);
			item.iconPath = new vscode.ThemeIcon(repoIcon(repo));
			item.accessibilityInformation = { label: repoSpoken(repo) };
		} else if (repo.problem) {
			const { title, explanation } = wordProblem(repo.problem);
			item.description = title;
			item.iconPath = new vscode.ThemeIcon('warning');
			item.tooltip = `${title} ${explanation}`;
		} else {
			item.iconPath = new vscode.ThemeIcon(typeIcon(type));
		}
		return item;
	};
	const node: RepoNode = {
		id: `${parentId}/${id}`,
		repo: { type, id },
		...(type === 'model' && { modelId: id }),
		...('pipelineTag' in repo && repo.pipelineTag !== undefined && { task: repo.pipelineTag }),
		// Asked for again whenever a row beside it comes.
		item: () => (made ??= makeItem()),
		...('likes' in repo && { tooltip: () => cardMarkdown(repoCard(repo)) }),
		children: () => files.below(node, node.repo),
		open: () => openRepo(node.repo),
	};
	return node;
}
