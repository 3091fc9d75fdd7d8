import type { Credential } from '../net/credential';
import { toProblem } from '../net/toProblem';
import type { DeltaChannel } from '../shared/protocol';
import type { FinishReason, LeftJob, Pricing } from '../shared/run';
import { isAccessToken } from '../util/isAccessToken';
import { isRepoId } from '../util/isRepoId';
import { ProblemError } from '../util/problemError';
import type { AskedOfModel } from './askedOfModel';
import { callChat } from './callChat';
import { callCompletion, type CompletionCall } from './callCompletion';
import { callSingle, canCall } from './callSingle';
import { Meter } from './meter';
import { loadInputs } from './inputs/loadInputs';
import { givenTexts } from './inputs/givenTexts';
import type { TaskInputs } from './inputs/taskInputs';
import type { JobStage } from './job';
import type { ModelOffers } from './modelOffers';
import { type ParameterValues, readParameters } from './parameters';
import { patientCall } from './patientCall';
import { isPolicy } from './policies';
import type { CatalogueModel } from './readCatalogue';
import { resolveProvider } from './resolveProvider';
import type { RouterCatalogue } from './routerCatalogue';
import type { RunEvent } from './runEvent';
import type { RunRequest } from './runRequest';
import type { Services } from './services';
import type { TaskDescription } from './taskDescription';
import { tasks } from './tasks';
import { withAlternatives } from './withAlternatives';
import type { Estimates } from './estimates';
import type { Turns } from './turns';
import type { Line, LineOptions } from './withLine';

/** Milliseconds that the end of a run waits for a price that has not come yet. */
const PRICE_PATIENCE = 1_000;
/** Milliseconds between sending a chat and telling what it will be. */
const ESTIMATE_REST = 200;

/** A provider's name as it may stand behind a model's: nothing that could change the request. */
const PROVIDER = /^[a-z0-9][a-z0-9-]{0,60}$/i;

/** What all runs have in common. */
export interface RunContext {
	readonly services: Services;
	readonly catalogue: RouterCatalogue;
	readonly turns: Turns;
	/** The models that serve a task. */
	readonly offers: Pick<ModelOffers, 'offers'>;
	readonly estimates: Pick<Estimates, 'atHand'>;
}

/** What is settled before anything is sent. */
interface Plan {
	readonly credential: Credential;
	/** The organisation that pays, if not the user. */
	readonly billTo: string | undefined;
	readonly parameters: ParameterValues;
	readonly inputs: TaskInputs;
}

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

	constructor(
		private readonly context: RunContext,
		private readonly request: RunRequest,
		private readonly emit: (event: RunEvent) => void,
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
			const reason = await this.go(await this.plan(signal), signal);
			this.emit({ type: 'finished', reason, metrics: this.meter.metrics(this.pricing()) });
		} catch (error) {
			const problem = signal.aborted
				? ({ code: 'cancelled', ...(this.leftJob && { job: this.leftJob }) } as const)
				: await withAlternatives(toProblem(error), this.request, this.context, signal);
			this.emit({ type: 'failed', problem, metrics: this.meter.metrics(this.pricing(), problem) });
		}
	}

	private async plan(signal: AbortSignal): Promise<Plan> {
		const { model, task } = this.request;
		if (!isRepoId(model)) {
			throw new ProblemError({ code: 'input.invalid', detail: `“${model.slice(0, 60)}” is no model’s id.` });
		}
		const reading = readParameters(tasks[task].parameters, this.request.parameters);
		if ('problem' in reading) {
			throw new ProblemError(reading.problem);
		}
		const policy = this.policyFor(await this.catalogue.remembered());
		this.policy = policy;
		if (!PROVIDER.test(policy)) {
			throw new ProblemError({ code: 'model.noProvider', model, provider: policy.slice(0, 60) });
		}
		const billTo = this.services.billTo();
		const credential = await this.services.credentials('inference', signal, billTo);
		if (!credential) {
			throw new ProblemError({ code: 'token.missing', permission: 'inference' });
		}
		// With anything else the client package would turn to the providers themselves, past the router.
		if (!isAccessToken(credential.value)) {
			throw new ProblemError({ code: 'token.format', detail: credential.name });
		}
		await this.expectProvider(signal);
		const inputs = await loadInputs(this.request, this.services.readFile);
		return { credential, billTo, parameters: reading.values, inputs };
	}

	/** What was asked for, or the setting; the user's own order becomes the name of the first provider that serves the model. */
	private policyFor(known: readonly CatalogueModel[] | undefined): string {
		const policy = this.request.provider ?? this.services.providerPolicy();
		const order = this.services.preferredProviders();
		if (policy !== 'preferred' || order.length === 0 || this.request.task !== 'conversational') {
			return policy;
		}
		const providers = known?.find(({ id }) => id === this.request.model)?.providers ?? [];
		return order.find(name => providers.some(({ provider }) => provider === name)) ?? policy;
	}

	/**
	 * Sends nothing for a model that nobody serves. Costs a request only where what is known says so: it is then asked
	 * again, for a model may have been added since.
	 */
	private async expectProvider(signal: AbortSignal): Promise<void> {
		const { model, task, unlisted } = this.request;
		if (task !== 'conversational' || unlisted) {
			return;
		}
		const serves = (one: CatalogueModel | undefined) =>
			one?.providers.some(({ provider }) => isPolicy(this.policy) || provider === this.policy) ?? false;
		const known = await this.catalogue.remembered();
		if (!known || serves(known.find(({ id }) => id === model))) {
			return;
		}
		const now = await this.catalogue.confirm(model, signal).catch(() => undefined);
		if (now !== undefined && !serves(now.model)) {
			const named = !isPolicy(this.policy) && (now.model?.providers.length ?? 0) > 0;
			throw new ProblemError({
				code: 'model.noProvider',
				model,
				unsent: true,
				maySend: true,
				...(named && { provider: this.policy }),
			});
		}
	}

	private async go(plan: Plan, signal: AbortSignal): Promise<FinishReason> {
		const { call }: TaskDescription = tasks[this.request.task];
		if (call.type === 'chat') {
			return this.chat(plan, signal);
		}
		const { credential, billTo, parameters, inputs } = plan;
		const { model, task } = this.request;
		const { policy } = this;
		const entry = await resolveProvider(this.services, { model, task, policy, credential, signal, canCall });
		this.announce(entry.provider);
		const single = { request: this.request, inputs, call, entry, parameters, billTo };
		const options = { credential, asked: this.asked(credential, entry.provider), signal };
		if (task === 'text-generation') {
			return this.completion(options, single);
		}
		const output = await this.patiently(options, line => callSingle(line, { ...single, onJob: this.onJob }));
		this.stopQueueing();
		this.emit({ type: 'output', output });
		return 'stop';
	}

	private async completion(
		options: LineOptions,
		single: Omit<CompletionCall, 'onDelta' | 'onUsage'>,
	): Promise<FinishReason> {
		const { output, reason } = await this.patiently(options, line =>
			callCompletion(line, {
				...single,
				onDelta: text => this.onDelta('content', text),
				onUsage: usage => (this.meter.usage = usage),
			}),
		);
		this.emit({ type: 'output', output });
		return reason;
	}

	private async chat({ credential, billTo, parameters }: Plan, signal: AbortSignal): Promise<FinishReason> {
		const { request, services, policy } = this;
		const named = !isPolicy(policy);
		if (named) {
			this.announce(policy);
		}
		const enough = new AbortController();
		const within = AbortSignal.any([signal, enough.signal]);
		const priced = this.catalogue.model(request.model, within).catch(() => undefined);
		try {
			const reason = await this.patiently(
				{
					credential,
					asked: this.asked(credential, named ? policy : undefined),
					signal,
					onAnswer: headers => this.announce(this.servedBy(headers) ?? policy),
				},
				line => {
					const answering = callChat(line, {
						request,
						provider: policy,
						parameters,
						billTo,
						onDelta: this.onDelta,
						onUsage: usage => (this.meter.usage = usage),
						onToolCalls: calls => this.emit({ type: 'toolCalls', calls }),
					});
					void this.estimate(priced, within);
					return answering;
				},
			);
			await Promise.race([priced, services.pause(PRICE_PATIENCE, within).catch(() => undefined)]);
			return reason;
		} finally {
			enough.abort();
		}
	}

	/**
	 * Tells what it will be, once for all attempts, and again when the price is known. The request is on its way by then, and the
	 * first words of a quick answer shall not wait for it either.
	 */
	private async estimate(priced: Promise<unknown>, signal: AbortSignal): Promise<void> {
		if (this.isEstimated) {
			return;
		}
		this.isEstimated = true;
		const rested = this.context.services.pause(ESTIMATE_REST, signal).catch(() => undefined);
		for (const ready of [rested, priced]) {
			await ready;
			const estimate = await this.context.estimates.atHand(this.request).catch(() => undefined);
			if (!estimate || signal.aborted) {
				return;
			}
			this.emit({ type: 'estimated', estimate });
			if (estimate.cost !== undefined) {
				return;
			}
		}
	}

	/** Calls when it is the call's turn, and again after a wait where the refusal is one to wait for. */
	private async patiently<T>(options: LineOptions, call: (line: Line) => Promise<T>): Promise<T> {
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
					return await call(line);
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
		if (named !== null && PROVIDER.test(named)) {
			return named;
		}
		const [first, ...others] = this.catalogue.peek(this.request.model)?.providers ?? [];
		return others.length === 0 ? first?.provider : undefined;
	}

	private asked({ name }: Credential, provider: string | undefined): AskedOfModel {
		const { model, task } = this.request;
		const text = givenTexts(this.request);
		return { model, task, text, tokenName: name, ...(provider !== undefined && { provider }) };
	}

	/** A provider that makes pictures and films answers with a ticket first, and is asked until it is done. */
	private readonly onJob = (stage: JobStage): void => {
		if (stage === 'queued' || stage === 'cancelling') {
			this.isQueued = true;
			this.emit({ type: 'waiting', waiting: { why: stage } });
		} else {
			this.leftJob = stage;
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
