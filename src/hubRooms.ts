import os from 'node:os';
import * as vscode from 'vscode';
import type { CommandHandler } from './commandId';
import { CardHelp, type CardCommandId } from './card/cardHelp';
import { fileCommands, type FileCommandId } from './files/fileCommands';
import { HubFileSystem } from './files/hubFileSystem';
import { openHubFile } from './files/openHubFile';
import { pickRevision } from './files/pickRevision';
import { workspaceRepo } from './files/workspaceRepo';
import { CacheReader } from './hub/cache/cacheReader';
import { hubCacheFolder } from './hub/cache/hubCacheFolder';
import { OfflineContents } from './hub/cache/offlineContents';
import type { Hub } from './hub/hub';
import type { Inference } from './inference/inference';
import type { ReadableFiles } from './lazyFileSystem';
import { RepoPanels } from './repoPage/repoPanels';
import { makeRepo } from './repos/makeRepo';
import { repoCommands, type RepoCommandId } from './repos/repoCommands';
import type { ReposDeps } from './repos/reposDeps';
import type { RepoRef } from './shared/repoType';
import type { Tokens } from './tokens/tokens';
import { HubViews } from './trees/hubViews';
import type { LazyTree } from './trees/lazyTree';
import { registerRepoDrop } from './trees/repoDrag';
import { rowTarget } from './trees/rowTarget';
import type { TreeCommandId } from './trees/treeCommands';
import { guarded } from './ui/guarded';
import type { Log } from './ui/log';
import type { Settings } from './ui/settings';
import type { ViewId } from './viewId';

export interface HubRoomsDeps {
	readonly context: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalState'>;
	readonly hub: Hub;
	readonly inference: Pick<Inference, 'offers'>;
	readonly tokens: Tokens;
	readonly settings: Settings;
	readonly log: Log;
}

export interface HubRooms extends vscode.Disposable {
	readonly views: HubViews;
	readonly files: ReadableFiles;
	readonly trees: Readonly<Record<Exclude<ViewId, 'hfWorkbench.downloads' | 'hfWorkbench.cache'>, LazyTree>>;
	readonly commands: Readonly<
		Record<
			TreeCommandId | FileCommandId | RepoCommandId | CardCommandId | 'hfWorkbench.showRepo',
			CommandHandler
		>
	>;
	reviveRepo(panel: vscode.WebviewPanel, state: unknown): void;
	/** Makes a repo after asking what it is to be; nothing if the user leaves. */
	readonly newRepo: () => Promise<RepoRef | undefined>;
}

/** The part of the composition root that makes what shows the Hub: its views, its files, its repos. */
export function createHubRooms({ context, hub, inference, tokens, settings, log }: HubRoomsDeps): HubRooms {
	const contents = contentsOf(hub);
	const files = new HubFileSystem(contents);
	const readable = withContents(hub, contents);
	const views = new HubViews({
		tokens,
		hub: readable,
		settings,
		storage: context.globalState,
		log,
		openFile: (location, { size }) => openHubFile(location, size),
		refreshed: () => files.refresh(),
	});
	const didPin = new vscode.EventEmitter<void>();
	for (const list of Object.values(views.pins)) {
		list.onDidChange(() => didPin.fire());
	}
	const pages = new RepoPanels({
		extensionUri: context.extensionUri,
		hub: readable,
		inference,
		settings,
		log,
		isPinned: ({ type, id }) => views.pins[type].has(id),
		onDidPin: listener => didPin.event(listener),
		owners: () => views.owners(),
		download: downloadRepo,
		sawStage: (space, stage) => views.noteStage(space, stage),
		opened: ({ type, id }) => views.opened({ kind: type, id }),
	});
	const cards = cardHelp({ hub, settings, log }, views);
	const reposDeps = reposDepsOf({ hub, log }, views, pages);
	const owned = vscode.Disposable.from(cards, pages, didPin, views, registerRepoDrop());
	return {
		views,
		files,
		trees: {
			'hfWorkbench.tokens': views.tokens,
			'hfWorkbench.models': views.tree('model'),
			'hfWorkbench.datasets': views.tree('dataset'),
			'hfWorkbench.spaces': views.tree('space'),
			'hfWorkbench.collections': views.tree('collection'),
		},
		commands: {
			...views.commands,
			...guarded(log, {
				'hfWorkbench.showRepo': async row => {
					const repo = repoArgument(row) ?? (await views.chooseRepo('Show a Repo of the Hub'));
					return repo && pages.show(repo);
				},
			}),
			...repoCommands(reposDeps),
			...cards.commands,
			...fileCommands({ hub: readable, settings, log, chooseRepo: title => views.chooseRepo(title) }),
		},
		newRepo: () => makeRepo(reposDeps),
		reviveRepo: (panel, state) => pages.revive(panel, state),
		dispose: () => void owned.dispose(),
	};
}

function contentsOf(hub: Hub): OfflineContents {
	return new OfflineContents(hub, new CacheReader(() => hubCacheFolder(process.env, os.homedir())));
}

/**
 * The Hub, and in its place the shared cache for what that has of the files while the Hub cannot be asked. What it is made of has to be
 * an object of functions, as `lazyHub` makes it: those of a class would be lost.
 */
function withContents(hub: Hub, contents: OfflineContents): Hub {
	return {
		...hub,
		files: (at, folder, signal) => contents.files(at, folder, signal),
		entries: (at, paths, signal) => contents.entries(at, paths, signal),
		read: (at, path, part, signal) => contents.read(at, path, part, signal),
	};
}

function reposDepsOf(
	{ hub, log }: Pick<HubRoomsDeps, 'hub' | 'log'>,
	views: HubViews,
	pages: RepoPanels,
): ReposDeps {
	return {
		hub,
		log,
		owners: () => views.owners(),
		chooseRepo: title => views.chooseRepo(title),
		pickRevision: (repo, title) => pickRevision(hub, repo, title),
		changed: () => views.refresh(),
		gone: async (repo, newId) => {
			pages.close(repo);
			await views.gone(repo, newId);
		},
	};
}

function cardHelp(
	{ hub, settings, log }: Pick<HubRoomsDeps, 'hub' | 'settings' | 'log'>,
	views: HubViews,
): CardHelp {
	return new CardHelp({
		hub,
		hubUrl: () => settings.endpoints.hub,
		isChecking: () => settings.checksCards,
		log,
		cloneOf: folder => workspaceRepo(folder, settings.endpoints.hub),
		chooseRepo: (type, title) => views.chooseOfType(type, title),
	});
}

/** The repo that a command is called for: a row's, or one by its type and id. */
function repoArgument(row: unknown): RepoRef | undefined {
	const target = rowTarget(row);
	return target && target.kind !== 'collection' ? { type: target.kind, id: target.id } : undefined;
}

/** By the command of that name, where there is one; else the Hub's own page has the ways to do it. */
async function downloadRepo(repo: RepoRef): Promise<void> {
	const commands = await vscode.commands.getCommands(true);
	const isThere = commands.includes('hfWorkbench.download');
	await vscode.commands.executeCommand(isThere ? 'hfWorkbench.download' : 'hfWorkbench.openRepo', repo);
}
