import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FinishedRun } from '../../../src/api';
import { Runs } from '../../../src/results/runs';
import type { RunsEvent } from '../../../src/results/runsEvent';
import { RunStore } from '../../../src/results/runStore';
import type { Problem } from '../../../src/shared/problem';
import { ScriptedInference } from './scriptedInference';

/** The runs of a window as a test sees them, with a folder on disk that outlives a reload. */
export class TestWindow {
	inference = new ScriptedInference();
	readonly events: RunsEvent[] = [];
	readonly finished: FinishedRun[] = [];
	readonly problems: Problem[] = [];
	private now = 1000;
	private store: RunStore;
	runs: Runs;

	private constructor(
		private readonly root: string,
		readonly folder: string,
	) {
		[this.store, this.runs] = this.make();
	}

	static async open(): Promise<TestWindow> {
		const root = await mkdtemp(join(tmpdir(), 'hf-workbench-runs-'));
		return new TestWindow(root, join(root, 'runs'));
	}

	/** The extension host goes away and another one comes; it has not read the history yet. */
	reload(): void {
		this.shut();
		this.crash();
	}

	/** Another extension host comes, and the one before had no time to do anything. */
	crash(): void {
		this.inference = new ScriptedInference();
		this.events.length = 0;
		[this.store, this.runs] = this.make();
	}

	/** The names of the runs' files, once there are as many as that, all complete. */
	async saved(count: number): Promise<readonly string[]> {
		for (let tries = 0; tries < 300; tries++) {
			const names = (await readdir(this.folder).catch(() => [])).filter(name => name !== 'media');
			if (names.length === count && names.every(name => name.endsWith('.json'))) {
				return names;
			}
			await new Promise(resolve => setTimeout(resolve, 5));
		}
		throw new Error(`There are no ${count} runs in ${this.folder}`);
	}

	async close(): Promise<void> {
		this.shut();
		await rm(this.root, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
	}

	private shut(): void {
		this.runs.dispose();
		this.store.dispose();
	}

	private make(): [RunStore, Runs] {
		const store = new RunStore(this.folder, problem => this.problems.push(problem));
		const runs = new Runs(this.inference, store, () => ++this.now);
		runs.onDidChange(event => this.events.push(event));
		runs.onDidFinish(run => this.finished.push(run));
		return [store, runs];
	}
}
