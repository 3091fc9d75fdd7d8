import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import type { CachedRepo } from '../hub/cache/cachedRepo';
import { hubCacheFolder } from '../hub/cache/hubCacheFolder';
import { FileThreadClient } from '../hub/thread/fileThreadClient';
import { Downloads } from '../hub/transfers/downloads';
import type { HubWayOptions } from '../hub/transfers/hubWay';
import { PartLedger } from '../hub/transfers/upload/partLedger';
import type { RepoRef } from '../shared/repoType';
import type { Log } from '../ui/log';
import { Disposable } from '../util/disposable';
import type { Event } from '../util/emitter';
import { readProblem } from '../ui/readProblem';
import { isProcessAlive } from '../util/isProcessAlive';
import { problemOf } from '../util/problemOf';
import { thisMachine } from '../util/thisMachine';
import { type CacheCommandId, cacheCommands } from './cacheCommands';
import { cacheRows } from './cacheRows';
import { CacheShelf } from './cacheShelf';
import { announceEnd, downloadCommands, type DownloadCommandId } from './downloadCommands';
import { downloadRows } from './downloadRows';
import { DownloadStatus } from './downloadStatus';
import type { Row } from './row';
import type { TransfersDeps } from './transfersDeps';
import { type UploadCommandId, Uploads } from './uploadCommands';
import { UploadDrafts } from './uploadDraft';
import { UploadPlaces } from './uploadPlaces';

export interface TransfersOptions extends Pick<
	HubWayOptions,
	'endpoints' | 'credentials' | 'limits' | 'answers'
> {
	readonly log: Log;
	/** What is kept for this workspace. */
	readonly workspaceState: vscode.Memento;
	/** Makes a repo after asking what it is to be; nothing if the user leaves. */
	readonly newRepo: () => Promise<RepoRef | undefined>;
	readonly extensionUri: vscode.Uri;
	/** The extension's own folder on disk, the same for all windows. */
	readonly storageUri: vscode.Uri;
	readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What is downloaded, and where it is kept. */
export class Transfers extends Disposable {
	readonly commands: Readonly<Record<DownloadCommandId | CacheCommandId | UploadCommandId, CommandHandler>>;
	private readonly downloads: Downloads;
	private readonly shelf: CacheShelf;

	constructor(options: TransfersOptions) {
		super();
		const { endpoints, credentials, limits, answers, log, storageUri, environment } = options;
		const start = () => new Worker(vscode.Uri.joinPath(options.extensionUri, 'dist', 'fileThread.js').fsPath);
		const thread = this.register(new FileThreadClient(start));
		const cacheRoot = () => hubCacheFolder(environment, os.homedir());
		this.shelf = this.register(new CacheShelf(cacheRoot, start));
		const pause = (milliseconds: number, signal: AbortSignal) => delay(milliseconds, undefined, { signal });
		const way = { endpoints, credentials, limits, ...(answers && { answers }) };
		this.downloads = this.register(
			new Downloads({
				...way,
				thread,
				pause,
				folder: path.join(storageUri.fsPath, 'downloads'),
				randomId: randomUUID,
				now: Date.now,
				process: process.pid,
				machine: thisMachine(),
				isAlive: isProcessAlive,
				readProblem,
			}),
		);
		const deps: TransfersDeps = {
			way,
			downloads: this.downloads,
			cacheRoot,
			log,
			showDownloads: () => vscode.commands.executeCommand('hfWorkbench.downloads.focus'),
		};
		const isBusy = ({ repo }: CachedRepo) =>
			this.downloads.jobs.some(
				({ state, download }) =>
					(state.type === 'running' || state.type === 'elsewhere') &&
					download.repo.type === repo.type &&
					download.repo.id === repo.id,
			);
		this.commands = {
			...downloadCommands(deps),
			...cacheCommands({ shelf: this.shelf, thread, log, isBusy }),
			...this.register(
				new Uploads({
					deps: { ...way, thread, pause, parts: new PartLedger(path.join(storageUri.fsPath, 'uploads')) },
					drafts: new UploadDrafts(options.workspaceState),
					places: new UploadPlaces(options.workspaceState),
					log,
					newRepo: options.newRepo,
				}),
			).commands,
		};
		this.register(new DownloadStatus(this.downloads));
		this.register(
			this.downloads.onDidEnd(job => {
				this.shelf.forget();
				if (job.state.type === 'failed' && job.state.problem.code === 'unexpected') {
					log.error(`Download of ${job.download.repo.id}: ${job.state.problem.detail}`);
				}
				void announceEnd(job).then(undefined, (error: unknown) => log.error(problemOf(error).code));
			}),
		);
	}

	/** The rows of the view of downloads. */
	readonly downloadRows = (): Promise<readonly Row[]> => downloadRows(this.downloads);

	/** The rows of the view of the cache. */
	readonly cacheRows = (): Promise<readonly Row[]> => cacheRows(this.shelf);

	get onDidChangeDownloads(): Event<void> {
		return this.downloads.onDidChange;
	}

	get onDidChangeCache(): Event<void> {
		return this.shelf.onDidChange;
	}
}
