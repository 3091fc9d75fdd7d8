import * as vscode from 'vscode';
import {
	type CachedRepo,
	type CachedRevision,
	isIncomplete,
	lastUsed,
	sizeOfRepo,
	sizeOfRevision,
} from '../hub/cache/cachedRepo';
import { orderRevisions } from '../hub/cache/orderRevisions';
import { orderRepos } from '../hub/cache/planRemoval';
import type { ScannedFile } from '../hub/thread/threadMessages';
import { cardMarkdown } from '../ui/card';
import { byteSize } from '../shared/byteSize';
import { localDate, localTime } from '../util/localTime';
import type { CacheShelf } from './cacheShelf';
import { counted } from './counted';
import type { Row } from './row';

/** A repo in the view of the cache. Commands know it by `cachedRepo`, and a revision by `commit` as well. */
export interface CacheRow extends Row {
	readonly cachedRepo?: CachedRepo;
	readonly commit?: string;
}

/** The cache's repos, the largest first, below a row with what all of them take. */
export async function cacheRows(shelf: CacheShelf): Promise<readonly CacheRow[]> {
	const repos = orderRepos(await shelf.repos(), 'largest');
	return repos.length === 0 ? [] : [totalRow(repos, shelf.root()), ...repos.map(repoRow)];
}

function totalRow(repos: readonly CachedRepo[], root: string): CacheRow {
	const total = repos.reduce((sum, repo) => sum + sizeOfRepo(repo), 0);
	return {
		id: 'cache/total',
		item: () => {
			const item = new vscode.TreeItem(byteSize(total));
			item.description = `in ${repos.length === 1 ? '1 repo' : `${repos.length} repos`}`;
			item.iconPath = new vscode.ThemeIcon('database');
			item.tooltip = root;
			item.contextValue = 'hfWorkbench.cacheTotal';
			return item;
		},
	};
}

const ICONS = { model: 'package', dataset: 'table', space: 'rocket' } as const;

function repoRow(repo: CachedRepo): CacheRow {
	const unfinished = repo.blobs.filter(isIncomplete);
	const files = repo.revisions.reduce((sum, revision) => sum + revision.files.length, 0);
	const used = lastUsed(repo);
	const when = used === 0 ? [] : [`used ${localDate(used)}`];
	return {
		id: `cache/${repo.folder}`,
		cachedRepo: repo,
		item: () => {
			const item = new vscode.TreeItem(repo.repo.id, vscode.TreeItemCollapsibleState.Collapsed);
			const parts = [byteSize(sizeOfRepo(repo)), ...when, ...(unfinished.length > 0 ? ['unfinished'] : [])];
			item.description = parts.join(' · ');
			item.iconPath = new vscode.ThemeIcon(ICONS[repo.repo.type]);
			item.contextValue = 'hfWorkbench.cachedRepo';
			item.accessibilityInformation = { label: `${repo.repo.type} ${repo.repo.id}, ${parts.join(', ')}` };
			item.tooltip = cardMarkdown({
				title: repo.repo.id,
				facts: [
					['Kind', repo.repo.type],
					['Size', byteSize(sizeOfRepo(repo))],
					['Revisions', String(repo.revisions.length)],
					['Files', String(files)],
					['Last used', used === 0 ? 'unknown' : localTime(used)],
				],
				note:
					unfinished.length > 0 ? `${counted(unfinished)} of a download that has not finished.` : undefined,
			});
			return item;
		},
		children: () =>
			Promise.resolve(orderRevisions(repo.revisions).map(revision => revisionRow(repo, revision))),
	};
}

function revisionRow(repo: CachedRepo, revision: CachedRevision): CacheRow {
	const { commit, refs, files } = revision;
	return {
		id: `cache/${repo.folder}/${commit}`,
		cachedRepo: repo,
		commit,
		item: () => {
			const label = refs.length > 0 ? refs.join(', ') : commit.slice(0, 7);
			const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
			item.description = [
				...(refs.length > 0 ? [commit.slice(0, 7)] : []),
				byteSize(sizeOfRevision(revision)),
				counted(files),
			].join(' · ');
			item.iconPath = new vscode.ThemeIcon('git-commit');
			item.contextValue = 'hfWorkbench.cachedRevision';
			return item;
		},
		children: () => Promise.resolve(files.map(file => fileRow(repo, commit, file))),
	};
}

function fileRow(repo: CachedRepo, commit: string, file: ScannedFile): CacheRow {
	return {
		id: `cache/${repo.folder}/${commit}/${file.path}`,
		item: () => {
			const item = new vscode.TreeItem(file.path);
			item.description = file.isDangling ? 'its content is missing' : byteSize(file.size);
			item.iconPath = file.isDangling ? new vscode.ThemeIcon('warning') : vscode.ThemeIcon.File;
			item.contextValue = 'hfWorkbench.cachedFile';
			return item;
		},
	};
}
