import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import { type CachedRepo, isIncomplete, lastUsed, sizeOfRepo } from '../hub/cache/cachedRepo';
import { CacheLayout } from '../hub/cache/cacheLayout';
import { carryOutRemoval } from '../hub/cache/carryOutRemoval';
import { orderRepos, prune, type Removal, removalsOf, removeRepo } from '../hub/cache/planRemoval';
import { removeAgreed } from '../hub/cache/removeAgreed';
import { verifyRepo } from '../hub/cache/verifyRepo';
import type { FileThreadClient } from '../hub/thread/fileThreadClient';
import type { ScannedBlob } from '../hub/thread/threadMessages';
import { guarded } from '../ui/guarded';
import type { Log } from '../ui/log';
import { withSignal } from '../ui/withSignal';
import { STAYS_OPEN } from '../ui/staysOpen';
import { byteSize } from '../shared/byteSize';
import { isRecord } from '../util/isRecord';
import { localDate } from '../util/localTime';
import type { CacheShelf } from './cacheShelf';
import { pickItem } from './pickItem';
import { revealFolder } from './revealFolder';

export type CacheCommandId =
	| 'hfWorkbench.refreshCache'
	| 'hfWorkbench.freeCacheSpace'
	| 'hfWorkbench.pruneCache'
	| 'hfWorkbench.removeFromCache'
	| 'hfWorkbench.verifyCache'
	| 'hfWorkbench.revealInCache';

export interface CacheDeps {
	readonly shelf: CacheShelf;
	readonly thread: FileThreadClient;
	readonly log: Log;
	/** Repos that a download of this window is bringing. */
	readonly isBusy: (repo: CachedRepo) => boolean;
}

/** A download that has not been written to for so long has come to an end, in whichever tool it was. Milliseconds. */
const UNFINISHED_AGE = 60 * 60 * 1000;
const SHOWN = 12;

/** What the commands on the cache do. They take a row of its view, or ask for a repo. */
export function cacheCommands(deps: CacheDeps): Readonly<Record<CacheCommandId, CommandHandler>> {
	const { shelf } = deps;
	const withRepo = (title: string, act: (repo: CachedRepo, commit?: string) => unknown): CommandHandler => {
		return async row => {
			const given = await rowOf(shelf, row);
			const repo = given?.repo ?? (await pickRepo(shelf, title));
			return repo && act(repo, given?.commit);
		};
	};
	return guarded<CacheCommandId>(deps.log, {
		'hfWorkbench.refreshCache': () => shelf.forget(),
		'hfWorkbench.freeCacheSpace': () => freeSpace(deps),
		'hfWorkbench.pruneCache': () => pruneAll(deps),
		'hfWorkbench.removeFromCache': withRepo('Remove from the Cache', (repo, commit) =>
			remove(deps, repos => removalsOf(repos, repo.folder, commit)),
		),
		'hfWorkbench.verifyCache': withRepo('Verify in the Cache', repo => verify(deps, repo)),
		'hfWorkbench.revealInCache': withRepo('Reveal in the Cache', (repo, commit) => {
			const layout = new CacheLayout(shelf.root(), repo.repo);
			return revealFolder(commit === undefined ? layout.folder : layout.snapshot(commit));
		}),
	});
}

/** The repo of a row as the cache has it now: the row may be older. */
async function rowOf(shelf: CacheShelf, row: unknown) {
	const old = isRecord(row) && isRecord(row.cachedRepo) ? row.cachedRepo : undefined;
	const repo = (await shelf.repos()).find(({ folder }) => folder === old?.folder);
	const commit = isRecord(row) && typeof row.commit === 'string' ? row.commit : undefined;
	return repo && { repo, ...(commit !== undefined && { commit }) };
}

function describe(repo: CachedRepo): string {
	const used = lastUsed(repo);
	return [byteSize(sizeOfRepo(repo)), ...(used === 0 ? [] : [`used ${localDate(used)}`])].join(' · ');
}

async function pickRepo(shelf: CacheShelf, title: string): Promise<CachedRepo | undefined> {
	const repos = orderRepos(await shelf.repos(), 'largest');
	const items = repos.map(repo => ({ label: repo.repo.id, description: describe(repo), repo }));
	return (await pickItem({ title, placeholder: 'A repo in the cache', items }))?.repo;
}

async function freeSpace(deps: CacheDeps): Promise<void> {
	const by = await pickItem({
		title: 'Free Space in the Cache',
		placeholder: 'What to look at first',
		items: [
			{ label: 'The Largest', iconPath: new vscode.ThemeIcon('sort-precedence'), order: 'largest' as const },
			{ label: 'The Longest Unused', iconPath: new vscode.ThemeIcon('history'), order: 'oldest' as const },
		],
	});
	if (!by) {
		return;
	}
	const repos = orderRepos(await deps.shelf.lookAnew(), by.order);
	const picked = await vscode.window.showQuickPick(
		repos.map(repo => ({ label: repo.repo.id, description: describe(repo), repo })),
		{
			title: `Free Space in the Cache: ${by.label}`,
			placeHolder: 'Repos to remove, after one more question',
			canPickMany: true,
			ignoreFocusOut: STAYS_OPEN.holdsInput,
		},
	);
	if (picked && picked.length > 0) {
		const folders = new Set(picked.map(({ repo }) => repo.folder));
		await remove(deps, now => now.filter(({ folder }) => folders.has(folder)).map(removeRepo));
	}
}

async function pruneAll(deps: CacheDeps): Promise<void> {
	const before = Date.now() - UNFINISHED_AGE;
	await remove(
		deps,
		repos => repos.flatMap(repo => prune(repo, before) ?? []),
		'There is nothing in the cache that nobody can use.',
	);
}

/** Shows what goes and what the disk gets back, and removes it when that is agreed to; `nothing` says that there is none. */
async function remove(
	deps: CacheDeps,
	plan: (repos: readonly CachedRepo[]) => readonly Removal[],
	nothing = 'It is not in the cache any more.',
): Promise<void> {
	const { shelf } = deps;
	let wasAsked = false;
	const agree = (removals: readonly Removal[], hasChanged: boolean) => {
		wasAsked = true;
		return askRemoval(deps, removals, hasChanged);
	};
	const carryOut = (removal: Removal) => carryOutRemoval(shelf.root(), removal);
	try {
		const removed = await removeAgreed({ look: () => shelf.lookAnew(), agree, carryOut }, plan);
		if (removed.length > 0) {
			const freed = removed.reduce((sum, { freedBytes }) => sum + freedBytes, 0);
			void vscode.window.showInformationMessage(`Freed ${byteSize(freed)} in the cache.`);
		} else if (!wasAsked) {
			void vscode.window.showInformationMessage(nothing);
		}
	} finally {
		shelf.forget();
	}
}

async function askRemoval(
	deps: CacheDeps,
	removals: readonly Removal[],
	hasChanged: boolean,
): Promise<boolean> {
	const isFree = () => {
		const busy = removals.find(({ repo }) => deps.isBusy(repo));
		if (busy) {
			void vscode.window.showWarningMessage(
				`${busy.repo.repo.id} is being downloaded. Stop the download first.`,
			);
		}
		return !busy;
	};
	if (!isFree()) {
		return false;
	}
	const freed = removals.reduce((sum, { freedBytes }) => sum + freedBytes, 0);
	const answer = await vscode.window.showWarningMessage(
		hasChanged
			? `The cache has changed meanwhile. Free ${byteSize(freed)} in it now?`
			: `Free ${byteSize(freed)} in the cache?`,
		{ modal: true, detail: preview(removals) },
		'Remove',
	);
	return answer === 'Remove' && isFree();
}

function preview(removals: readonly Removal[]): string {
	const lines = removals.slice(0, SHOWN).map(({ repo, kind, paths, freedBytes }) => {
		const commits = paths.filter(path => /^snapshots\/[^/]+$/.test(path)).map(path => path.slice(10, 17));
		const what =
			kind === 'whole'
				? 'all of it'
				: commits.length > 0
					? `revision ${commits.join(', ')}`
					: 'what nobody can use';
		return `${repo.repo.id}: ${what}, ${byteSize(freedBytes)}`;
	});
	const more = removals.length > SHOWN ? [`and ${removals.length - SHOWN} more`] : [];
	const shares = removals.some(({ kind }) => kind === 'parts')
		? ['', 'What another revision uses stays.']
		: [];
	return [...lines, ...more, ...shares].join('\n');
}

async function verify({ shelf, thread }: CacheDeps, repo: CachedRepo): Promise<void> {
	const total = repo.blobs.reduce((sum, blob) => sum + (isIncomplete(blob) ? 0 : blob.size), 0);
	const title = `Verifying ${repo.repo.id}`;
	const { checked, damaged } = await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title, cancellable: true },
		(progress, token) =>
			withSignal(token, signal => {
				let told = 0;
				return verifyRepo(thread, shelf.root(), repo, signal, bytes => {
					const percent = total === 0 ? 100 : (100 * bytes) / total;
					progress.report({ increment: percent - told, message: `${byteSize(bytes)} of ${byteSize(total)}` });
					told = percent;
				});
			}),
	);
	if (checked === 0) {
		void vscode.window.showWarningMessage(
			`No file of ${repo.repo.id} can be verified: the cache has no hashes of them. It keeps those only of files that it links to, not of copies.`,
		);
		return;
	}
	if (damaged.length === 0) {
		const files = checked === 1 ? 'The file' : `All ${checked} files`;
		void vscode.window.showInformationMessage(
			`${files} of ${repo.repo.id} ${checked === 1 ? 'is' : 'are'} as the Hub has ${checked === 1 ? 'it' : 'them'}.`,
		);
		return;
	}
	const answer = await vscode.window.showErrorMessage(
		`${damaged.length === 1 ? 'A file' : `${damaged.length} files`} of ${repo.repo.id} ${damaged.length === 1 ? 'is' : 'are'} damaged. Remove what is damaged, and download it again.`,
		'Remove Damaged Files',
	);
	if (answer !== undefined) {
		await removeDamaged(shelf, repo, damaged);
	}
}

/** Of what was damaged, what has not been brought anew by now. */
async function removeDamaged(
	shelf: CacheShelf,
	verified: CachedRepo,
	damaged: readonly string[],
): Promise<void> {
	const repo = (await shelf.lookAnew()).find(({ folder }) => folder === verified.folder);
	if (!repo) {
		return;
	}
	const lookOf = ({ name, size, modifiedAt }: ScannedBlob) => `${name} ${size} ${modifiedAt}`;
	const looks = new Set(verified.blobs.map(lookOf));
	const blobs = repo.blobs.filter(blob => damaged.includes(blob.name) && looks.has(lookOf(blob)));
	const names = new Set(blobs.map(({ name }) => name));
	const links = repo.revisions.flatMap(({ commit, files }) =>
		files
			.filter(({ blob }) => blob !== undefined && names.has(blob))
			.map(({ path }) => `snapshots/${commit}/${path}`),
	);
	const paths = [...links, ...blobs.map(({ name }) => `blobs/${name}`)];
	await carryOutRemoval(shelf.root(), { repo, kind: 'parts', paths, freedBytes: 0 });
	shelf.forget();
}
