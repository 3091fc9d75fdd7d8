import type { FinishedRun } from '../api';
import type { RunRequest } from '../inference/runRequest';
import { tasks } from '../inference/tasks';
import type { Estimate } from '../shared/draft';
import type { KeptOutput, ToolCall } from '../shared/output';
import type { DeltaChannel } from '../shared/protocol';
import type { AnswerCheck, Metrics } from '../shared/run';
import { addMetrics } from './addMetrics';
import type { StoredRun, StoredState } from './storedRun';

/** Where a run stands in a conversation. */
export interface RunPlace {
	/** The run that it goes on from. */
	readonly parent?: string;
	/** The first run of the conversation that it begins anew. */
	readonly twin?: string;
	/** The same for all runs that are compared with one another. */
	readonly group?: string;
}

/** One run of the history, as it goes on. Its text grows in place, so that a delta costs no more than its own length. */
export class Run {
	state: StoredState = { type: 'running' };
	provider: string | undefined;
	metrics: Metrics | undefined;
	/** Whether the answer keeps to the schema that was asked for; absent until that has been looked at. */
	check: AnswerCheck | undefined;
	/** What it will be, while what it took is not known yet. */
	estimate: Estimate | undefined;
	private startedModel: string | undefined;
	private content = '';
	private reasoning = '';
	private toolCalls: readonly ToolCall[] = [];
	private whole: KeptOutput | undefined;
	/** How much of the answer was there before it was gone on with. */
	private from = { content: 0, reasoning: 0 };
	/** What the parts of an answer took that were there before it was gone on with. */
	private before: Metrics | undefined;

	constructor(
		readonly id: string,
		readonly request: RunRequest,
		/** Epoch milliseconds. */
		readonly startedAt: number,
		readonly place: RunPlace = {},
	) {}

	get parent(): string | undefined {
		return this.place.parent;
	}

	get group(): string | undefined {
		return this.place.group;
	}

	get twin(): string | undefined {
		return this.place.twin;
	}

	static fromStored(stored: StoredRun): Run {
		const run = new Run(stored.id, stored.request, stored.startedAt, placeOf(stored));
		run.check = stored.check;
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
	get output(): KeptOutput | undefined {
		const { content, reasoning, toolCalls } = this;
		if (this.whole || (content === '' && reasoning === '' && toolCalls.length === 0)) {
			return this.whole;
		}
		return tasks[this.request.task].output === 'chat'
			? { kind: 'chat', content, reasoning, ...(toolCalls.length > 0 && { toolCalls }) }
			: { kind: 'text', text: content };
	}

	/** What has come since the run began, or was gone on with. */
	get arrived(): string {
		const { content, reasoning, from, toolCalls, whole } = this;
		const text = content === '' && whole?.kind === 'text' ? whole.text : content.slice(from.content);
		return [reasoning.slice(from.reasoning), text, ...toolCalls.map(call => JSON.stringify(call))].join('');
	}

	/** What it was gone on from, if it was. */
	get answered(): string | undefined {
		return this.from.content > 0 ? this.content.slice(0, this.from.content) : undefined;
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

	askedForTools(calls: readonly ToolCall[]): void {
		this.toolCalls = calls;
	}

	/** Goes on with an answer that broke off; what comes is added to it. Answers with what there is of it. */
	goOn(): string {
		const { output } = this;
		if (output?.kind === 'chat') {
			({ content: this.content, reasoning: this.reasoning } = output);
			this.whole = undefined;
		}
		this.from = { content: this.content.length, reasoning: this.reasoning.length };
		this.before = this.metrics;
		this.metrics = undefined;
		this.state = { type: 'running' };
		return this.content;
	}

	ended(state: StoredState, metrics: Metrics | undefined): void {
		this.state = state;
		this.metrics = this.before && metrics ? addMetrics(this.before, metrics) : (metrics ?? this.before);
		this.before = undefined;
		this.estimate = undefined;
	}

	/** Takes the whole output. Answers whether it is other than what the deltas brought. */
	complete(output: KeptOutput): boolean {
		const { content, reasoning } = this;
		this.whole = output;
		if (output.kind === 'chat') {
			return output.content !== content || output.reasoning !== reasoning;
		}
		return output.kind !== 'text' || output.text !== content;
	}

	toStored(): StoredRun {
		const { id, request, place, startedAt, startedModel, provider, state, output, metrics, check } = this;
		return {
			version: 1,
			id,
			request,
			startedAt,
			state,
			...place,
			...(check && { check }),
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

function placeOf({ parent, twin, group }: RunPlace): RunPlace {
	return {
		...(parent !== undefined && { parent }),
		...(twin !== undefined && { twin }),
		...(group !== undefined && { group }),
	};
}
