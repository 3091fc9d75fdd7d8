import { mkdirSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../shared/problem';
import { Disposable } from '../util/disposable';
import { isRecord } from '../util/isRecord';
import { diskProblem } from '../util/diskProblem';
import { AttachedImages } from './attachedImages';
import { FileWriter } from './fileWriter';
import { MediaStore } from './mediaStore';
import { readStoredRun } from './readStoredRun';
import type { StoredRun } from './storedRun';

/** Only the user reads what they ran. */
const FOLDER = { recursive: true, mode: 0o700 } as const;

const SUFFIX = '.json';

/** Milliseconds at least between two writes of a run that is going on. */
const INTERVAL = 1000;

/**
 * The history on disk: one JSON file per run in one folder, which is made when the first run is saved, and in a folder
 * within it the pictures, sounds and films of the runs.
 */
export class RunStore extends Disposable {
	readonly media: MediaStore;
	private readonly images: AttachedImages;
	private readonly writers = new Map<string, FileWriter>();
	private readonly timers = new Map<string, NodeJS.Timeout>();
	private readonly reported = new Set<Problem['code']>();
	/** Runs whose latest state is not on disk yet. */
	private readonly unsaved = new Map<string, () => StoredRun>();
	private making: Promise<unknown> | undefined;

	/** `report` hears of each kind of failure once. */
	constructor(
		private readonly folder: string,
		private readonly report: (problem: Problem) => void,
	) {
		super();
		this.media = new MediaStore(join(folder, 'media'));
		this.images = new AttachedImages(this.media.folder);
	}

	/** The window goes away: what is not on disk yet is written before this returns. */
	override dispose(): void {
		super.dispose();
		this.timers.forEach(timer => clearTimeout(timer));
		for (const [id, run] of this.unsaved) {
			this.writeNow(id, run());
		}
		this.unsaved.clear();
	}

	/** The runs of earlier windows, newest first. A file that cannot be read is left alone. */
	async load(): Promise<readonly StoredRun[]> {
		try {
			const names = (await readdir(this.folder)).filter(name => name.endsWith(SUFFIX));
			const runs = await Promise.all(names.map(name => this.read(name)));
			await this.media.removeOthers(new Set([...names.map(idOf), ...this.writers.keys()]));
			return runs.filter(run => run !== undefined).sort((a, b) => b.startedAt - a.startedAt);
		} catch (error) {
			if (!isRecord(error) || error.code !== 'ENOENT') {
				this.fail(error);
			}
			return [];
		}
	}

	/** Writes a run as it is when its turn comes. */
	save(id: string, run: () => StoredRun): void {
		clearTimeout(this.timers.get(id));
		this.timers.delete(id);
		this.unsaved.set(id, run);
		void this.write(id, run);
	}

	/** Writes a run that is going on, though not at every change. */
	saveSoon(id: string, run: () => StoredRun): void {
		if (!this.timers.has(id) && !this.isDisposed) {
			this.unsaved.set(id, run);
			this.timers.set(
				id,
				setTimeout(() => this.save(id, run), INTERVAL),
			);
		}
	}

	/** Deletes a run's file; it is not written again. */
	async remove(id: string): Promise<void> {
		clearTimeout(this.timers.get(id));
		this.timers.delete(id);
		this.unsaved.delete(id);
		try {
			await this.writer(id).remove();
			await this.media.remove(id);
		} catch (error) {
			this.fail(error);
		} finally {
			this.writers.delete(id);
		}
	}

	private async write(id: string, run: () => StoredRun): Promise<void> {
		const writer = this.writer(id);
		try {
			await this.makeFolder();
			await this.images.keep(id, run().request);
			await writer.write(() => this.text(id, run()));
			if (this.unsaved.get(id) === run) {
				this.unsaved.delete(id);
			}
		} catch (error) {
			this.fail(error);
		}
	}

	private writeNow(id: string, run: StoredRun): void {
		try {
			mkdirSync(this.folder, FOLDER);
			this.writer(id).writeNow(this.text(id, run));
		} catch (error) {
			this.fail(error);
		}
	}

	private text(id: string, run: StoredRun): string {
		return JSON.stringify({ ...run, request: this.images.stored(id, run.request) });
	}

	private async makeFolder(): Promise<void> {
		this.making ??= mkdir(this.folder, FOLDER);
		try {
			await this.making;
		} catch (error) {
			this.making = undefined;
			throw error;
		}
	}

	private async read(name: string): Promise<StoredRun | undefined> {
		try {
			const id = idOf(name);
			const stored: unknown = JSON.parse(await readFile(join(this.folder, name), 'utf8'));
			const run = readStoredRun(
				isRecord(stored) ? { ...stored, request: await this.images.filled(id, stored.request) } : stored,
			);
			return run?.id === id ? run : undefined;
		} catch {
			return undefined;
		}
	}

	private writer(id: string): FileWriter {
		const known = this.writers.get(id);
		if (known) {
			return known;
		}
		const writer = new FileWriter(join(this.folder, id + SUFFIX));
		this.writers.set(id, writer);
		return writer;
	}

	private fail(error: unknown): void {
		const problem = diskProblem(error, this.folder);
		if (!this.reported.has(problem.code)) {
			this.reported.add(problem.code);
			this.report(problem);
		}
	}
}

function idOf(fileName: string): string {
	return fileName.slice(0, -SUFFIX.length);
}
