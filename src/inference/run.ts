import type { Credential } from '../net/credential';
import { toProblem } from '../net/toProblem';
import type { Estimate } from '../shared/draft';
import type { DeltaChannel } from '../shared/protocol';
import type { FinishReason, LeftJob, Pricing } from '../shared/run';
import type { AskedOfModel } from './askedOfModel';
import { callChat } from './callChat';
import { callCompletion, type CompletionCall } from './callCompletion';
import { callSingle, canCall } from './callSingle';
import { emitEstimate, type EstimateEmission } from './emitEstimate';
import { Meter } from './meter';
import { givenTexts } from './inputs/givenTexts';
import type { OnLeftJob } from './inference';
import { isProviderName } from './isProviderName';
import type { JobStage } from './job';
import { patientCall } from './patientCall';
import { planRun, type RunPlan } from './planRun';
import { isPolicy } from './policies';
import { resolveProvider } from './resolveProvider';
import { readsTokens } from './readsTokens';
import type { RouterCatalogue } from './routerCatalogue';
import type { RunContext } from './runContext';
import type { RunEvent } from './runEvent';
import type { RunRequest } from './runRequest';
import type { Services } from './services';
import type { SingleTask, TaskDescription } from './taskDescription';
import { tasks } from './tasks';
import { withAlternatives } from './withAlternatives';
import type { Line, LineOptions } from './withLine';

/** Milliseconds that the end of a run waits for a price that has not come yet. */
const PRICE_PATIENCE = 1_000;
/** What a run is estimated by once it has been sent. */
type Estimated = Omit<EstimateEmission, 'emit'>;

/** One run of a request, from its checks to its last event. */
export class Run {
	private readonly meter: Meter;
	/** The provider, or the policy while the provider is not known, as `started` has told it. */
	private provider: string | undefined;
	/** What was asked for: a policy or a provider's name. */
	private policy = 'auto';
	private isQueued = false;
	private isEstimated = false;
	private leftJob: LeftJob | undefined;
	private hasEnded = false;

	constructor(
		private readonly context: RunContext,
		private readonly request: RunRequest,
		private readonly emit: (event: RunEvent) => void,
		private readonly onLeftJob: OnLeftJob = () => undefined,
	) {
		this.meter = new Meter(request.task, () => context.services.now());
	}

	private get services(): Services {
		return this.context.services;
	}

	private get catalogue(): RouterCatalogue {
		return this.context.catalogue;
	}

	/** Never rejects: what goes wrong is the last event. */
	async start(signal: AbortSignal): Promise<void> {
		try {
			const reason = await this.go(await planRun(this.request, this.context, signal), signal);
			this.emit({ type: 'finished', reason, metrics: this.meter.metrics(this.pricing()) });
		} catch (error) {
			const problem = signal.aborted
				? ({ code: 'cancelled', ...(this.leftJob && { job: this.leftJob }) } as const)
				: await withAlternatives(toProblem(error), this.request, this.context, signal);
			this.hasEnded = true;
			this.emit({ type: 'failed', problem, metrics: this.meter.metrics(this.pricing(), problem) });
		}
	}

	private async go(plan: RunPlan, signal: AbortSignal): Promise<FinishReason> {
		this.policy = plan.policy;
		const { call }: TaskDescription = tasks[this.request.task];
		// What is only told of the run is not waited for at its end.
		const enough = new AbortController();
		const within = AbortSignal.any([signal, enough.signal]);
		try {
			return await (call.type === 'chat'
				? this.chat(plan, signal, within)
				: this.single(call, plan, signal, within));
		} finally {
			enough.abort();
		}
	}

	private async single(
		call: SingleTask,
		{ credential, billTo, parameters, inputs, policy }: RunPlan,
		signal: AbortSignal,
		within: AbortSignal,
	): Promise<FinishReason> {
		const { request } = this;
		const { model, task } = request;
		const entry = await resolveProvider(this.services, { model, task, policy, credential, signal, canCall });
		const { provider } = entry;
		this.announce(provider);
		const single = { request, inputs, call, entry, parameters, billTo };
		const options = { credential, asked: this.asked(credential, billTo, provider), signal };
		const estimated = { request: { ...request, provider }, signal: within };
		if (task === 'text-generation') {
			return this.completion(options, single, estimated);
		}
		const output = await this.patiently(options, estimated, line =>
			callSingle(line, { ...single, onJob: this.onJob }),
		);
		this.stopQueueing();
		this.emit({ type: 'output', output });
		return 'stop';
	}

	private async completion(
		options: LineOptions,
		single: Omit<CompletionCall, 'onDelta' | 'onUsage'>,
		estimated: Estimated,
	): Promise<FinishReason> {
		const { output, reason } = await this.patiently(options, estimated, line =>
			callCompletion(line, {
				...single,
				onDelta: text => this.onDelta('content', text),
				onUsage: usage => (this.meter.usage = usage),
			}),
		);
		this.emit({ type: 'output', output });
		return reason;
	}

	private async chat(
		{ credential, billTo, parameters }: RunPlan,
		signal: AbortSignal,
		within: AbortSignal,
	): Promise<FinishReason> {
		const { request, services, policy } = this;
		const named = !isPolicy(policy);
		if (named) {
			this.announce(policy);
		}
		const priced = this.catalogue.model(request.model, within).catch(() => undefined);
		const reason = await this.patiently(
			{
				credential,
				asked: this.asked(credential, billTo, named ? policy : undefined),
				signal,
				onAnswer: headers => this.announce(this.servedBy(headers) ?? policy),
			},
			{ request, priced, signal: within },
			line =>
				callChat(line, {
					request,
					provider: policy,
					parameters,
					billTo,
					onDelta: this.onDelta,
					onUsage: usage => (this.meter.usage = usage),
					onToolCalls: calls => this.emit({ type: 'toolCalls', calls }),
				}),
		);
		await Promise.race([priced, services.pause(PRICE_PATIENCE, within).catch(() => undefined)]);
		return reason;
	}

	/** Tells once what it will be, however often it is sent. */
	private estimate(estimated: Estimated): void {
		if (!this.isEstimated && readsTokens(this.request.task)) {
			this.isEstimated = true;
			const emit = (estimate: Estimate) => this.emit({ type: 'estimated', estimate });
			void emitEstimate(this.services, this.context.estimates, { ...estimated, emit });
		}
	}

	/** Calls when it is the call's turn, and again after a wait where the refusal is one to wait for. */
	private async patiently<T>(
		options: LineOptions,
		estimated: Estimated,
		call: (line: Line) => Promise<T>,
	): Promise<T> {
		const { services, turns } = this.context;
		const named = options.asked.provider;
		const provider = named ?? this.policy;
		const answer = await patientCall(
			services,
			turns,
			{
				...options,
				onAnswer: headers => {
					this.meter.answered();
					options.onAnswer?.(headers);
				},
				provider,
				// Who refused is not known where the router chooses: another model may be at another provider.
				lane: named ?? `${provider} ${this.request.model}`,
				onWaiting: waiting => {
					if (waiting) {
						this.announce(this.provider ?? this.policy);
					}
					this.emit({ type: 'waiting', waiting });
				},
			},
			async line => {
				this.meter.asked(options.credential.name);
				try {
					const answering = call(line);
					this.estimate(estimated);
					return await answering;
				} catch (error) {
					this.meter.failed(options.signal.aborted);
					throw error;
				}
			},
		);
		this.meter.ended();
		return answer;
	}

	private announce(provider: string): void {
		if (provider !== this.provider) {
			this.provider = provider;
			this.emit({ type: 'started', model: this.request.model, provider });
		}
	}

	/** The router names the provider that it chose in a header; a model with one provider leaves it no choice. */
	private servedBy(headers: Headers): string | undefined {
		const named = headers.get('X-Inference-Provider');
		if (named !== null && isProviderName(named)) {
			return named;
		}
		const [first, ...others] = this.catalogue.peek(this.request.model)?.providers ?? [];
		return others.length === 0 ? first?.provider : undefined;
	}

	private asked(
		{ name, key }: Credential,
		billTo: string | undefined,
		provider: string | undefined,
	): AskedOfModel {
		const { model, task } = this.request;
		return {
			model,
			task,
			text: givenTexts(this.request),
			tokenName: name,
			...(key !== undefined && { tokenKey: key }),
			...(billTo !== undefined && { billTo }),
			...(provider !== undefined && { provider }),
		};
	}

	/** A provider that makes pictures and films answers with a ticket first, and is asked until it is done. */
	private readonly onJob = (stage: JobStage): void => {
		if (stage !== 'queued' && stage !== 'cancelling') {
			this.leftJob = stage === 'refused' ? undefined : stage;
			if (this.hasEnded) {
				this.onLeftJob(this.leftJob);
			}
		} else if (!this.hasEnded) {
			this.isQueued = true;
			this.emit({ type: 'waiting', waiting: { why: stage } });
		}
	};

	private stopQueueing(): void {
		if (this.isQueued) {
			this.isQueued = false;
			this.emit({ type: 'waiting', waiting: undefined });
		}
	}

	private readonly onDelta = (channel: DeltaChannel, text: string): void => {
		this.meter.came();
		this.emit({ type: 'delta', channel, text });
	};

	private pricing(): Pricing | undefined {
		const providers = this.catalogue.peek(this.request.model)?.providers ?? [];
		return providers.find(({ provider }) => provider === this.provider)?.pricing;
	}
}
