import { isDeepStrictEqual } from 'node:util';
import { Disposable } from '../../util/disposable';
import { Emitter } from '../../util/emitter';
import type { Problem } from '../../shared/problem';
import { diskProblem } from '../../util/diskProblem';
import { ProblemError } from '../../util/problemError';
import { problemOf } from '../../util/problemOf';
import { commitOfRef } from '../cache/commitOfRef';
import type { Download } from './download';
import type { DownloadJob, DownloadState } from './downloadJob';
import { DownloadStore, type StoredDownload } from './downloadStore';
import { earlierCommits } from './earlierCommits';
import type { FetchDeps } from './fetchFile';
import { runDownload } from './runDownload';
import { Speedometer } from './speedometer';

/** Milliseconds between two looks at a progress. */
const TICK = 250;
/**
 * Milliseconds between two signs of life of a download, and after which one that gives none has died with its window, where its
 * process is on another machine or its number has been given to another one.
 */
const BEAT = 5_000;
const DEAD = 20_000;
/** Milliseconds between a change by another window and a look at it. */
const LOOK = 100;
/** Milliseconds between two looks at whether one that another window runs is still alive: a window that closes says so. */
const AGAIN = 1_000;

export interface DownloadsDeps extends FetchDeps {
	/** Where the list is kept. */
	readonly folder: string;
	readonly randomId: () => string;
	readonly now: () => number;
	/** This window: its process, and where that is known by its number. */
	readonly process: number;
	readonly machine: string;
	/** Whether a process of this machine is there; another one may have its number by now. */
	readonly isAlive: (process: number) => boolean;
	/** Reads what a failed download has stored of its problem. */
	readonly readProblem: (value: unknown) => Problem;
}

interface Entry {
	job: DownloadJob;
	/** Whether it is only in the memory, because the list cannot be written. */
	isUnsaved?: boolean;
	running?: { readonly controller: AbortController; readonly ended: Promise<void> };
}

/** All downloads, of this window and of earlier ones. Several run at once. */
export class Downloads extends Disposable {
	private readonly entries = new Map<string, Entry>();
	private readonly store: DownloadStore;
	private readonly changed = this.register(new Emitter<void>());
	readonly onDidChange = this.changed.event;
	private readonly finished = this.register(new Emitter<DownloadJob>());
	/** One has come to its end: all is there, or a problem. Not when the user stopped it. */
	readonly onDidEnd = this.finished.event;
	private loading: Promise<void> | undefined;
	private ticking: NodeJS.Timeout | undefined;
	private readonly looking = new Set<NodeJS.Timeout>();

	constructor(private readonly deps: DownloadsDeps) {
		super();
		this.store = new DownloadStore(deps.folder, deps.readProblem);
		this.register({ dispose: () => this.stopAll() });
	}

	/** The newest first. */
	get jobs(): readonly DownloadJob[] {
		return [...this.entries.values()].map(({ job }) => job).reverse();
	}

	/** Reads what earlier windows have left, once. */
	load(): Promise<void> {
		return (this.loading ??= this.readStore());
	}

	/** Begins a download; resolves when it is in the list, not when it is done. */
	async start(download: Download): Promise<string> {
		await this.load();
		const { randomId, now } = this.deps;
		const { repo, revision, target } = download;
		const named = target.kind === 'cache' ? await commitOfRef(target.root, repo, revision) : undefined;
		// From here until it is in the list nothing is waited for, or two that begin at the same time would miss each other.
		const others = this.jobs.map(job => job.download);
		const supersedes = earlierCommits(named, download, others);
		const job: DownloadJob = {
			id: randomId(),
			download: { ...download, supersedes },
			startedAt: now(),
			state: { type: 'running' },
		};
		const entry: Entry = { job };
		this.entries.set(job.id, entry);
		await this.begin(entry);
		return job.id;
	}

	/** Takes up one that has not finished. */
	async resume(id: string): Promise<void> {
		await this.refresh(id);
		const entry = this.entries.get(id);
		// It is shown as stopped before all of it has ended.
		if (entry?.job.state.type !== 'running') {
			await entry?.running?.ended;
		}
		const { type = 'running' } = entry?.job.state ?? {};
		if (entry && type !== 'running' && type !== 'elsewhere') {
			await this.begin(entry);
		}
	}

	/** Stops one; what has come is kept. */
	async cancel(id: string): Promise<void> {
		const running = this.entries.get(id)?.running;
		running?.controller.abort();
		await running?.ended;
	}

	/** Takes one out of the list. What it has brought stays. */
	async remove(id: string): Promise<void> {
		await this.cancel(id);
		this.entries.delete(id);
		await this.store.remove(id);
		this.tell();
	}

	/** Runs one when it is in the list on disk, by which other windows and a later one know of it. */
	private async begin(entry: Entry): Promise<void> {
		try {
			await this.setState(entry, { type: 'running' });
			entry.isUnsaved = false;
		} catch (error) {
			const problem = diskProblem(error, this.deps.folder, 'transfer');
			entry.isUnsaved = true;
			await this.setState(entry, { type: 'failed', problem }).catch(() => undefined);
			throw new ProblemError(problem);
		}
		this.run(entry);
	}

	private run(entry: Entry): void {
		const { id } = entry.job;
		const controller = new AbortController();
		const beat = () => void this.store.beat(id).catch(() => undefined);
		const beating = setInterval(beat, BEAT);
		beating.unref();
		beat();
		const ended = this.carryOut(entry, controller.signal).finally(async () => {
			clearInterval(beating);
			delete entry.running;
			await this.store.endBeat(id);
		});
		entry.running = { controller, ended };
	}

	private async carryOut(entry: Entry, signal: AbortSignal): Promise<void> {
		const meter = new Speedometer();
		let told = 0;
		let state: DownloadState;
		try {
			await runDownload(this.deps, entry.job.download, signal, progress => {
				entry.job = { ...entry.job, progress };
				const now = this.deps.now();
				if (now - told >= TICK) {
					told = now;
					meter.add(progress.bytes, now);
					const { speed } = meter;
					entry.job = { ...entry.job, ...(speed !== undefined && { speed }) };
					this.tick();
				}
			});
			state = { type: 'finished', at: this.deps.now() };
		} catch (error) {
			const problem = problemOf(error);
			state = problem.code === 'cancelled' ? { type: 'stopped' } : { type: 'failed', problem };
		}
		if (this.isDisposed) {
			return;
		}
		await this.setState(entry, state).catch(() => undefined);
		if (state.type !== 'stopped') {
			this.finished.fire(entry.job);
		}
	}

	private async setState(entry: Entry, state: DownloadState): Promise<void> {
		const { id, download, startedAt, progress } = entry.job;
		entry.job = { id, download, startedAt, state, ...(progress && { progress }) };
		this.tell();
		await this.save(entry.job);
	}

	private async save({ id, startedAt, download, state }: DownloadJob): Promise<void> {
		const { process, machine } = this.deps;
		await this.store.save({ id, startedAt, download, state, process, machine });
	}

	private async readStore(): Promise<void> {
		// Before anything is read, so that no change falls in between.
		this.register(await this.store.watch(id => this.lookSoon(id, LOOK)));
		const all = await this.store.load();
		const superfluous = new Set(DownloadStore.superfluous(all));
		for (const stored of all) {
			if (superfluous.has(stored.id)) {
				await this.store.remove(stored.id);
			} else {
				await this.take(stored.id, stored);
			}
		}
		this.tell();
	}

	/** Takes over what is stored of one that does not run here; answers whether that is news. */
	private async take(id: string, stored: StoredDownload | undefined): Promise<boolean> {
		const state = stored && (await this.stateNow(stored));
		const known = this.entries.get(id);
		// What this window has written is what it knows, or is about to run.
		if (known?.running || known?.isUnsaved || (known && stored && this.isOwn(stored))) {
			return false;
		}
		if (!state) {
			return this.entries.delete(id);
		}
		const isNews = !isDeepStrictEqual(known?.job.state, state);
		const { download, startedAt } = stored;
		const job: DownloadJob = { id, download, startedAt, state };
		if (known) {
			known.job = { ...job, ...(known.job.progress && { progress: known.job.progress }) };
		} else {
			this.entries.set(id, { job });
		}
		if (state.type === 'elsewhere') {
			this.lookSoon(id, AGAIN);
		}
		return isNews;
	}

	private async refresh(id: string): Promise<boolean> {
		return this.take(id, await this.store.get(id));
	}

	private async stateNow(stored: StoredDownload): Promise<DownloadState> {
		const { id, state, process, machine } = stored;
		if (state.type !== 'running') {
			return state;
		}
		const hasGone = machine === this.deps.machine && !this.deps.isAlive(process);
		const isElsewhere =
			!this.isOwn(stored) && !hasGone && this.deps.now() - (await this.store.lastBeat(id)) < DEAD;
		return { type: isElsewhere ? 'elsewhere' : 'interrupted' };
	}

	private isOwn({ process, machine }: StoredDownload): boolean {
		return process === this.deps.process && machine === this.deps.machine;
	}

	/** Another window may have begun, ended or removed one. */
	private lookSoon(id: string | undefined, milliseconds: number): void {
		const timer = setTimeout(() => {
			this.looking.delete(timer);
			void this.look(id).catch(() => undefined);
		}, milliseconds);
		timer.unref();
		this.looking.add(timer);
		if (this.isDisposed) {
			clearTimeout(timer);
		}
	}

	private async look(id: string | undefined): Promise<void> {
		let isNews = false;
		for (const one of id === undefined ? [...this.entries.keys()] : [id]) {
			isNews = (await this.refresh(one)) || isNews;
		}
		// A row that is drawn again for nothing loses the click that it gets meanwhile.
		if (isNews) {
			this.tell();
		}
	}

	/** Tells of progress a few times a second at most, however many bytes come. */
	private tick(): void {
		this.ticking ??= setTimeout(() => this.tell(), TICK);
	}

	private tell(): void {
		clearTimeout(this.ticking);
		this.ticking = undefined;
		this.changed.fire();
	}

	private stopAll(): void {
		clearTimeout(this.ticking);
		this.looking.forEach(timer => clearTimeout(timer));
		for (const { running } of this.entries.values()) {
			running?.controller.abort(new ProblemError({ code: 'cancelled' }));
		}
	}
}
