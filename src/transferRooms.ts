import * as vscode from 'vscode';
import type { HubAnswers } from './hub/hubAnswers';
import type { RateLimits } from './net/rateLimits';
import type { RepoRef } from './shared/repoType';
import type { Tokens } from './tokens/tokens';
import { Transfers } from './transfers/transfers';
import { LazyTree } from './trees/lazyTree';
import type { Log } from './ui/log';
import type { Settings } from './ui/settings';

export interface TransferRoomsDeps {
	readonly settings: Settings;
	readonly tokens: Tokens;
	readonly limits: RateLimits;
	readonly answers: HubAnswers;
	/** Makes a repo after asking what it is to be; nothing if the user leaves. */
	readonly newRepo: () => Promise<RepoRef | undefined>;
	readonly log: Log;
}

/** Downloads, uploads and the cache, with their trees. */
export function createTransfers(
	{ extensionUri, globalStorageUri: storageUri, workspaceState }: vscode.ExtensionContext,
	{ settings, tokens, limits, answers, newRepo, log }: TransferRoomsDeps,
) {
	const transfers = new Transfers({
		endpoints: () => settings.endpoints,
		credentials: (permission, signal, on) => tokens.credential(permission, signal, on),
		limits,
		answers,
		log,
		newRepo,
		extensionUri,
		storageUri,
		workspaceState,
		environment: process.env,
	});
	const downloads = new LazyTree(transfers.downloadRows, transfers.onDidChangeDownloads);
	const cache = new LazyTree(transfers.cacheRows, transfers.onDidChangeCache);
	return {
		commands: transfers.commands,
		trees: { 'hfWorkbench.downloads': downloads, 'hfWorkbench.cache': cache },
		dispose: () => void vscode.Disposable.from(downloads, cache, transfers).dispose(),
	};
}
