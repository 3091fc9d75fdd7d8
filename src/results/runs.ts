import { randomUUID } from 'node:crypto';
import type { FinishedRun } from '../api';
import type { Inference } from '../inference/inference';
import type { RunEvent } from '../inference/runEvent';
import type { Exchange, RunRequest } from '../inference/runRequest';
import type { Output } from '../shared/output';
import type { LeftJob, Metrics, RunView } from '../shared/run';
import { descendantsOf, pathTo, togetherWith } from '../shared/thread';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { problemOf } from '../util/problemOf';
import { checkAnswer } from './checkAnswer';
import { endedState } from './endedState';
import { exchangesOf } from './exchangesOf';
import { nextLookedAt } from './nextLookedAt';
import { Run, type RunPlace } from './run';
import type { RunsEvent } from './runsEvent';
import type { RunStore } from './runStore';
import { runView, stateView } from './runView';
import { surplus } from './surplus';
import type { StoredState } from './storedRun';
import { takeNews } from './takeNews';

/** What a run, or the last part of it, took. */
export interface Spending {
	readonly run: Run;
	readonly metrics: Metrics;
}

/** How many runs the history holds; conversations are dropped whole, and never while one of their runs goes on. */
const CAPACITY = 50;

/** The window's runs, newest first: the ones that go on, and the history of those that ended. */
export class Runs extends Disposable {
	private readonly didChange = this.register(new Emitter<RunsEvent>());
	readonly onDidChange = this.didChange.event;
	private readonly didFinish = this.register(new Emitter<FinishedRun>());
	readonly onDidFinish = this.didFinish.event;

	private readonly didSpend = this.register(new Emitter<Spending>());
	/** After each run, and after each part of an answer that was gone on with. */
	readonly onDidSpend = this.didSpend.event;

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

	/** Starts a run; `place` is where it stands in a conversation. The promise resolves when it has ended, however it did. */
	start(request: RunRequest, place?: RunPlace): Promise<FinishedRun> {
		const run = new Run(randomUUID(), request, this.clock(), place);
		this.runs = [run, ...this.runs];
		this.selectedId = run.id;
		this.save(run);
		this.didChange.fire({ type: 'run', run: runView(run) });
		this.didChange.fire({ type: 'select', id: run.id });
		this.dropOldest();
		return this.follow(run, this.wholeRequest(run));
	}

	/** Goes on with a chat's answer that broke off: what comes is added to it. Resolves as `start` does. */
	goOn(run: Run): Promise<FinishedRun> {
		const answered = run.goOn();
		this.change(run, { state: stateView(run.state) });
		return this.follow(run, { ...this.wholeRequest(run), answered });
	}

	/** The runs of the conversation that a run is in, from the first one to itself. */
	conversation(run: Run): readonly Run[] {
		return pathTo(this.byId, run);
	}

	/** The runs that go on from a run, in every branch. */
	after(id: string): readonly Run[] {
		return descendantsOf(this.byId, id);
	}

	/** All runs that are one entry of the history with a run, itself among them. */
	together(run: Run): readonly Run[] {
		return togetherWith(this.byId, run);
	}

	/** Whether a run is in the entry of the history that the user looks at. */
	isLookedAt(id: string): boolean {
		const { selected } = this;
		return selected !== undefined && this.together(selected).some(run => run.id === id);
	}

	/** Closes the connection of a run; it ends as stopped, with what has arrived. */
	stop(id: string): void {
		this.stops.get(id)?.abort();
	}

	/** Notes which run the user looks at, without telling the page, which knows it. */
	lookAt(id: string): void {
		this.selectedId = this.get(id)?.id ?? this.selectedId;
	}

	/** Takes runs, and what goes on from them, out of the history, for good; what is going on is stopped first. */
	async remove(...ids: readonly string[]): Promise<void> {
		const gone = [...new Set(ids.flatMap(id => [...this.after(id).map(run => run.id), id]))];
		gone.forEach(one => this.stop(one));
		this.leave(gone);
		this.runs = this.runs.filter(run => !gone.includes(run.id));
		gone.forEach(one => this.didChange.fire({ type: 'remove', id: one }));
		await Promise.all(gone.map(one => this.store.remove(one)));
	}

	/** Looks at another run before the one that the user looks at is gone. */
	private leave(gone: readonly string[]): void {
		const { selected } = this;
		if (!selected || !gone.includes(selected.id)) {
			return;
		}
		const next = nextLookedAt(this.runs, selected, gone);
		this.selectedId = next?.id;
		if (next) {
			this.didChange.fire({ type: 'select', id: next.id });
		}
	}

	private get byId(): ReadonlyMap<string, Run> {
		return new Map(this.runs.map(run => [run.id, run]));
	}

	/** What was said until a question that comes after this run. */
	earlierOf(run: Run): readonly Exchange[] {
		return exchangesOf(this.conversation(run));
	}

	/** A request with what was said before it. */
	wholeRequest(run: Run): RunRequest {
		return this.wholeAt(run.request, run);
	}

	/** The same of one that is yet to be run, after another run or after none. */
	wholeAt(request: RunRequest, { parent: id }: { readonly parent?: string | undefined } = {}): RunRequest {
		const parent = this.get(id);
		return parent ? { ...request, earlier: this.earlierOf(parent) } : request;
	}

	private async follow(run: Run, request: RunRequest): Promise<FinishedRun> {
		const stop = new AbortController();
		this.stops.set(run.id, stop);
		const jobLeft = (job: LeftJob | undefined) => this.jobLeft(run, job);
		try {
			for await (const event of this.inference.run(request, stop.signal, jobLeft)) {
				if (event.type === 'output') {
					await this.complete(run, event.output);
				} else if (!this.isDisposed) {
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
				this.end(run, endedState(problemOf(error)));
			}
		}
		await this.check(run);
		const finished = run.toFinished();
		this.stops.delete(run.id);
		this.didFinish.fire(finished);
		return finished;
	}

	/** Looks whether a whole answer keeps to the schema that was asked for. */
	private async check(run: Run): Promise<void> {
		const { request, output, state } = run;
		if (request.schema && output?.kind === 'chat' && state.type === 'finished') {
			run.check = await checkAnswer(output.content, request.schema);
			this.change(run, { check: run.check });
			if (this.isKept(run)) {
				this.save(run);
			}
		}
	}

	/** Takes the whole output; what is in it of pictures, sounds and films is written to files first. */
	private async complete(run: Run, output: Output): Promise<void> {
		const kept = await this.store.media.keep(run.id, output);
		if (!this.isKept(run)) {
			await this.store.media.remove(run.id);
		} else if (!this.isDisposed && run.complete(kept)) {
			this.change(run, { output: kept });
		}
	}

	private take(run: Run, event: Exclude<RunEvent, { readonly type: 'output' }>): void {
		switch (event.type) {
			case 'delta':
				run.append(event.channel, event.text);
				if (this.isKept(run)) {
					this.store.saveSoon(run.id, () => run.toStored());
					this.didChange.fire({ ...event, id: run.id });
				}
				break;
			case 'finished':
				this.end(run, { type: 'finished', reason: event.reason }, event.metrics);
				break;
			case 'failed':
				this.end(run, endedState(event.problem), event.metrics);
				break;
			case 'started':
			case 'estimated':
			case 'waiting':
			case 'toolCalls':
				this.change(run, takeNews(run, event));
				break;
		}
	}

	/** What a provider has said of a job after its run was stopped. */
	private jobLeft(run: Run, job: LeftJob | undefined): void {
		const { state } = run;
		if (!this.isDisposed && this.isKept(run) && state.type === 'stopped' && state.job === 'unconfirmed') {
			run.state = { type: 'stopped', ...(job && { job }) };
			this.save(run);
			this.change(run, { state: stateView(run.state) });
		}
	}

	private end(run: Run, state: StoredState, metrics?: Metrics): void {
		run.ended(state, metrics);
		if (metrics) {
			this.didSpend.fire({ run, metrics });
		}
		if (this.isKept(run)) {
			this.save(run);
		}
		this.change(run, { state: stateView(state), ...(run.metrics && { metrics: run.metrics }) });
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
		for (const root of surplus(this.runs, CAPACITY)) {
			void this.remove(root);
		}
	}
}
