import type { FinishedRun } from '../api';
import type { RunRequest } from '../inference/runRequest';
import { tasks } from '../inference/tasks';
import type { Output } from '../shared/output';
import type { DeltaChannel } from '../shared/protocol';
import type { Metrics } from '../shared/run';
import type { StoredRun, StoredState } from './storedRun';

/** One run of the history, as it goes on. Its text grows in place, so that a delta costs no more than its own length. */
export class Run {
	state: StoredState = { type: 'running' };
	provider: string | undefined;
	metrics: Metrics | undefined;
	private startedModel: string | undefined;
	private content = '';
	private reasoning = '';
	private whole: Output | undefined;

	constructor(
		readonly id: string,
		readonly request: RunRequest,
		/** Epoch milliseconds. */
		readonly startedAt: number,
	) {}

	static fromStored(stored: StoredRun): Run {
		const run = new Run(stored.id, stored.request, stored.startedAt);
		run.state = stored.state;
		run.startedModel = stored.model;
		run.provider = stored.provider;
		run.metrics = stored.metrics;
		run.whole = stored.output;
		return run;
	}

	get model(): string {
		return this.startedModel ?? this.request.model;
	}

	get isRunning(): boolean {
		return this.state.type === 'running';
	}

	/** What was asked: the instruction's title, else the task's. */
	get title(): string {
		return this.request.instruction?.title ?? tasks[this.request.task].title;
	}

	/** What has arrived so far. */
	get output(): Output | undefined {
		if (this.whole || (this.content === '' && this.reasoning === '')) {
			return this.whole;
		}
		return tasks[this.request.task].output === 'chat'
			? { kind: 'chat', content: this.content, reasoning: this.reasoning }
			: { kind: 'text', text: this.content };
	}

	started(model: string, provider: string): void {
		this.startedModel = model;
		this.provider = provider;
	}

	append(channel: DeltaChannel, text: string): void {
		if (channel === 'reasoning') {
			this.reasoning += text;
		} else {
			this.content += text;
		}
	}

	/** Takes the whole output. Answers whether it is other than what the deltas brought. */
	complete(output: Output): boolean {
		const { content, reasoning } = this;
		this.whole = output;
		switch (output.kind) {
			case 'chat':
				return output.content !== content || output.reasoning !== reasoning;
			case 'text':
				return output.text !== content;
			case 'labels':
			case 'spans':
				return true;
		}
	}

	toStored(): StoredRun {
		const { id, request, startedAt, startedModel, provider, state, output, metrics } = this;
		return {
			version: 1,
			id,
			request,
			startedAt,
			state,
			...(startedModel !== undefined && { model: startedModel }),
			...(provider !== undefined && { provider }),
			...(output && { output }),
			...(metrics && { metrics }),
		};
	}

	/** What callers of `run` get. Only for a run that has ended. */
	toFinished(): FinishedRun {
		const { id, request, model, provider, state, output, metrics } = this;
		return {
			id,
			task: request.task,
			model,
			state: state.type === 'running' ? 'failed' : state.type,
			...(provider !== undefined && { provider }),
			...(output && { output }),
			...(metrics && { metrics }),
			...(state.type === 'failed' && { problem: state.problem.code }),
		};
	}
}
