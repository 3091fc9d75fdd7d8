import { diskProblem } from '../../util/diskProblem';
import { inLanes } from '../../util/inLanes';
import { ProblemError } from '../../util/problemError';
import { whileHolding } from '../../util/whileHolding';
import { CachePlacement } from './cachePlacement';
import { type Download, type DownloadProgress, downloadSize } from './download';
import { fetchFile, type FetchDeps } from './fetchFile';
import { FolderPlacement } from './folderPlacement';
import { isMasked, requireAccess } from './hubFiles';
import type { Placement } from './place';
import { isSafeFilePath } from './safeFilePath';

/** Files on their way at once: as many as the Python library's `snapshot_download` has by default (`max_workers`). */
const LANES = 8;

/**
 * Brings all files of a download to their places. Whatever has come stays there when it fails or is stopped, and is not
 * asked for again. `tell` hears of every step.
 */
export async function runDownload(
	deps: FetchDeps,
	download: Download,
	signal: AbortSignal,
	tell: (progress: DownloadProgress) => void,
): Promise<void> {
	const names = [download.revision, ...download.files.map(({ path }) => path)];
	const unsafe = names.find(name => !isSafeFilePath(name));
	if (unsafe !== undefined) {
		throw new ProblemError({ code: 'file.unsafeName', file: unsafe });
	}
	if (download.files.some(isMasked)) {
		await requireAccess(deps, download.repo, signal);
		throw new ProblemError({ code: 'access.gated.request', repo: download.repo.id });
	}
	const placement = placementOf(deps, download);
	const target = download.target.kind === 'cache' ? download.target.root : download.target.path;
	try {
		const run = new Run(deps, download, placement, tell);
		await run.start(signal);
		await deps.thread.sharingSlabs(() => run.fetchAll(signal));
		signal.throwIfAborted();
		await placement.complete();
	} catch (error) {
		if (signal.aborted) {
			throw new ProblemError({ code: 'cancelled' });
		}
		throw error instanceof ProblemError ? error : new ProblemError(diskProblem(error, target, 'transfer'));
	}
}

function placementOf(deps: FetchDeps, download: Download): Placement {
	const { target } = download;
	return target.kind === 'cache'
		? new CachePlacement(download, target.root, deps.makeLink)
		: new FolderPlacement(download, target.path);
}

class Run {
	/** Bytes that are there, by file. */
	private readonly bytes: number[];
	private sum = 0;
	private done = 0;
	/** The same content may be in a repo several times; it is fetched once. */
	private readonly byTag = new Map<string, Promise<void>>();

	constructor(
		private readonly deps: FetchDeps,
		private readonly download: Download,
		private readonly placement: Placement,
		private readonly tell: (progress: DownloadProgress) => void,
	) {
		this.bytes = download.files.map(() => 0);
	}

	async start(signal: AbortSignal): Promise<void> {
		await this.placement.prepare(0);
		await inLanes(LANES, this.bytes.keys(), signal, async index =>
			this.count(index, await this.placement.there(index)),
		);
		await this.placement.prepare(downloadSize(this.download) - this.sum);
	}

	/** One failure stops the others, which keep what they have. */
	fetchAll(signal: AbortSignal): Promise<void> {
		return inLanes(LANES, this.bytes.keys(), signal, (index, either) => this.fetch(index, either));
	}

	private async fetch(index: number, signal: AbortSignal): Promise<void> {
		const file = this.download.files[index];
		if (!file) {
			return;
		}
		const before = this.byTag.get(file.tag) ?? Promise.resolve();
		const work = before.catch(() => undefined).then(() => this.bring(index, signal));
		this.byTag.set(file.tag, work);
		await work;
	}

	private async bring(index: number, signal: AbortSignal): Promise<void> {
		const { repo, commit, files } = this.download;
		const file = files[index];
		if (file) {
			await whileHolding(this.placement.lock(index), signal, this.deps.pause, async () => {
				const place = await this.placement.place(index);
				if (place) {
					const order = { repo, commit, file, incomplete: place.incomplete };
					await fetchFile(this.deps, order, signal, bytes => this.count(index, bytes));
					await place.finish();
				}
			});
		}
		this.done++;
		this.count(index, file?.size ?? 0);
	}

	private count(index: number, bytes: number): void {
		this.sum += bytes - (this.bytes[index] ?? 0);
		this.bytes[index] = bytes;
		this.tell({ bytes: this.sum, files: this.done });
	}
}
