import { randomUUID } from 'node:crypto';
import type { FinishedRun } from '../api';
import type { Inference } from '../inference/inference';
import type { RunEvent } from '../inference/runEvent';
import type { RunRequest } from '../inference/runRequest';
import type { Metrics, RunView } from '../shared/run';
import type { Problem } from '../shared/problem';
import type { ToPage } from '../shared/protocol';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { problemOf } from '../util/problemOf';
import { Run } from './run';
import type { RunStore } from './runStore';
import { runView, stateView } from './runView';
import type { StoredState } from './storedRun';

/** What happens to the history: what the page is told after it has had the whole state. */
export type RunsEvent = Exclude<ToPage, { readonly type: 'state' }>;

/** How many runs the history holds; running ones are never dropped. */
const CAPACITY = 50;

/** The window's runs, newest first: the ones that go on, and the history of those that ended. */
export class Runs extends Disposable {
	private readonly didChange = this.register(new Emitter<RunsEvent>());
	readonly onDidChange = this.didChange.event;
	private readonly didFinish = this.register(new Emitter<FinishedRun>());
	readonly onDidFinish = this.didFinish.event;

	private runs: readonly Run[] = [];
	private selectedId: string | undefined;
	private readonly stops = new Map<string, AbortController>();
	private loading: Promise<void> | undefined;

	constructor(
		private readonly inference: Pick<Inference, 'run'>,
		private readonly store: RunStore,
		private readonly clock: () => number = Date.now,
	) {
		super();
	}

	/** The window goes away: runs in their midst are kept as interrupted, and their connections are closed. */
	override dispose(): void {
		const { running } = this;
		super.dispose();
		for (const run of running) {
			run.state = { type: 'failed', problem: { code: 'interrupted' } };
			this.stop(run.id);
		}
	}

	get all(): readonly Run[] {
		return this.runs;
	}

	get running(): readonly Run[] {
		return this.runs.filter(run => run.isRunning);
	}

	/** The one that the user looks at. */
	get selected(): Run | undefined {
		return this.get(this.selectedId) ?? this.runs[0];
	}

	get(id: string | undefined): Run | undefined {
		return this.runs.find(run => run.id === id);
	}

	views(): readonly RunView[] {
		return this.runs.map(runView);
	}

	/** Reads the history of earlier windows, once. */
	load(): Promise<void> {
		return (this.loading ??= this.store.load().then(stored => {
			const known = new Set(this.runs.map(({ id }) => id));
			const earlier = stored.filter(({ id }) => !known.has(id)).map(run => Run.fromStored(run));
			this.runs = [...this.runs, ...earlier].sort((a, b) => b.startedAt - a.startedAt);
			this.dropOldest();
		}));
	}

	/** Starts a run. The promise resolves when it has ended, however it did. */
	start(request: RunRequest): Promise<FinishedRun> {
		const run = new Run(randomUUID(), request, this.clock());
		const stop = new AbortController();
		this.stops.set(run.id, stop);
		this.runs = [run, ...this.runs];
		this.selectedId = run.id;
		this.save(run);
		this.didChange.fire({ type: 'run', run: runView(run) });
		this.didChange.fire({ type: 'select', id: run.id });
		this.dropOldest();
		return this.follow(run, stop.signal);
	}

	/** Closes the connection of a run; it ends as stopped, with what has arrived. */
	stop(id: string): void {
		this.stops.get(id)?.abort();
	}

	/** Notes which run the user looks at, without telling the page, which knows it. */
	lookAt(id: string): void {
		this.selectedId = this.get(id)?.id ?? this.selectedId;
	}

	/** Takes a run out of the history, for good; one that is going on is stopped first. */
	async remove(id: string): Promise<void> {
		this.stop(id);
		this.runs = this.runs.filter(run => run.id !== id);
		this.didChange.fire({ type: 'remove', id });
		await this.store.remove(id);
	}

	private async follow(run: Run, signal: AbortSignal): Promise<FinishedRun> {
		try {
			for await (const event of this.inference.run(run.request, signal)) {
				if (!this.isDisposed) {
					this.take(run, event);
				}
				if (!run.isRunning) {
					break;
				}
			}
			if (run.isRunning) {
				throw new Error('The run ended without saying how.');
			}
		} catch (error) {
			if (run.isRunning) {
				this.end(run, ended(problemOf(error)));
			}
		}
		const finished = run.toFinished();
		this.stops.delete(run.id);
		this.didFinish.fire(finished);
		return finished;
	}

	private take(run: Run, event: RunEvent): void {
		switch (event.type) {
			case 'started':
				run.started(event.model, event.provider);
				this.change(run, { model: event.model, provider: event.provider });
				break;
			case 'waiting':
				run.state = { type: 'running', ...(event.waiting && { waiting: event.waiting }) };
				this.change(run, { state: stateView(run.state) });
				break;
			case 'delta':
				run.append(event.channel, event.text);
				if (this.isKept(run)) {
					this.store.saveSoon(run.id, () => run.toStored());
					this.didChange.fire({ ...event, id: run.id });
				}
				break;
			case 'output':
				if (run.complete(event.output)) {
					this.change(run, { output: event.output });
				}
				break;
			case 'finished':
				this.end(run, { type: 'finished', reason: event.reason }, event.metrics);
				break;
			case 'failed':
				this.end(run, ended(event.problem), event.metrics);
				break;
		}
	}

	private end(run: Run, state: StoredState, metrics?: Metrics): void {
		run.state = state;
		run.metrics = metrics;
		if (this.isKept(run)) {
			this.save(run);
		}
		this.change(run, { state: stateView(state), ...(metrics && { metrics }) });
	}

	private change(run: Run, change: Partial<RunView>): void {
		if (this.isKept(run)) {
			this.didChange.fire({ type: 'change', id: run.id, change });
		}
	}

	private save(run: Run): void {
		this.store.save(run.id, () => run.toStored());
	}

	/** A run that was removed while it went on is not written again, and nobody hears of it. */
	private isKept(run: Run): boolean {
		return this.runs.includes(run);
	}

	private dropOldest(): void {
		const surplus = this.runs.slice(CAPACITY).filter(run => !run.isRunning);
		for (const run of surplus) {
			void this.remove(run.id);
		}
	}
}

/** A run that the user stopped has not failed. */
function ended(problem: Problem): StoredState {
	return problem.code === 'cancelled' ? { type: 'stopped' } : { type: 'failed', problem };
}
