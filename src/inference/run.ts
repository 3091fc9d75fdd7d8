import type { Credential } from '../net/credential';
import { toProblem } from '../net/toProblem';
import type { DeltaChannel } from '../shared/protocol';
import type { FinishReason, Metrics, Pricing, Usage } from '../shared/run';
import { isAccessToken } from '../util/isAccessToken';
import { isRepoId } from '../util/isRepoId';
import { ProblemError } from '../util/problemError';
import type { AskedOfModel } from './askedOfModel';
import { callChat } from './callChat';
import { callSingle, canCall } from './callSingle';
import { measure } from './metrics';
import { type ParameterValues, readParameters } from './parameters';
import { Patience, type Wait } from './patience';
import { isPolicy } from './policies';
import { resolveProvider } from './resolveProvider';
import type { RouterCatalogue } from './routerCatalogue';
import type { RunEvent } from './runEvent';
import type { RunRequest } from './runRequest';
import type { Services } from './services';
import { type TaskDescription, tasks } from './tasks';
import { type Line, type LineOptions, withLine } from './withLine';

/** Milliseconds that the end of a run waits for a price that has not come yet. */
const PRICE_PATIENCE = 1_000;

/** A provider's name as it may stand behind a model's: nothing that could change the request. */
const PROVIDER = /^[a-z0-9][a-z0-9-]{0,60}$/i;

/** What is settled before anything is sent. */
interface Plan {
	readonly credential: Credential;
	readonly parameters: ParameterValues;
}

/** One run of a request, from its checks to its last event. */
export class Run {
	private readonly startedAt: number;
	private firstTokenAt: number | undefined;
	private lastTokenAt: number | undefined;
	private usage: Usage | undefined;
	/** The provider, or the policy while the provider is not known, as `started` has told it. */
	private provider: string | undefined;
	/** What was asked for: a policy or a provider's name. */
	private policy = 'auto';
	private isWaiting = false;
	private endedAt: number | undefined;

	constructor(
		private readonly services: Services,
		private readonly catalogue: RouterCatalogue,
		private readonly request: RunRequest,
		private readonly emit: (event: RunEvent) => void,
	) {
		this.startedAt = services.now();
	}

	/** Never rejects: what goes wrong is the last event. */
	async start(signal: AbortSignal): Promise<void> {
		try {
			const reason = await this.go(await this.plan(signal), signal);
			this.emit({ type: 'finished', reason, metrics: this.metrics() });
		} catch (error) {
			const problem = signal.aborted ? ({ code: 'cancelled' } as const) : toProblem(error);
			this.emit({ type: 'failed', problem, metrics: this.metrics() });
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
		const policy = this.request.provider ?? this.services.providerPolicy();
		this.policy = policy;
		if (!PROVIDER.test(policy)) {
			throw new ProblemError({ code: 'model.noProvider', model, provider: policy.slice(0, 60) });
		}
		const credential = await this.services.credentials('inference', signal);
		if (!credential) {
			throw new ProblemError({ code: 'token.missing', permission: 'inference' });
		}
		// With anything else the client package would turn to the providers themselves, past the router.
		if (!isAccessToken(credential.value)) {
			throw new ProblemError({ code: 'token.format', detail: credential.name });
		}
		return { credential, parameters: reading.values };
	}

	private async go(plan: Plan, signal: AbortSignal): Promise<FinishReason> {
		const { call }: TaskDescription = tasks[this.request.task];
		if (call.type === 'chat') {
			return this.chat(plan, signal);
		}
		const { credential, parameters } = plan;
		const { model, task } = this.request;
		const { policy } = this;
		const entry = await resolveProvider(this.services, { model, task, policy, credential, signal, canCall });
		this.announce(entry.provider);
		const output = await this.patiently(
			{ credential, asked: this.asked(credential, entry.provider), signal },
			line =>
				callSingle(line, {
					request: this.request,
					call,
					entry,
					parameters,
					billTo: this.services.billTo(),
				}),
		);
		this.emit({ type: 'output', output });
		return 'stop';
	}

	private async chat({ credential, parameters }: Plan, signal: AbortSignal): Promise<FinishReason> {
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
				line =>
					callChat(line, {
						request,
						provider: policy,
						parameters,
						billTo: services.billTo(),
						onDelta: this.onDelta,
						onUsage: usage => (this.usage = usage),
					}),
			);
			await Promise.race([priced, services.pause(PRICE_PATIENCE, within).catch(() => undefined)]);
			return reason;
		} finally {
			enough.abort();
		}
	}

	/** Calls, and calls again after a wait where the refusal is one to wait for. */
	private async patiently<T>(options: LineOptions, call: (line: Line) => Promise<T>): Promise<T> {
		const patience = new Patience();
		const onAnswer = (headers: Headers) => {
			options.onAnswer?.(headers);
			this.stopWaiting();
		};
		for (;;) {
			try {
				const answer = await withLine(this.services, { ...options, onAnswer }, call);
				this.endedAt = this.services.now();
				return answer;
			} catch (error) {
				const wait = error instanceof ProblemError ? patience.waitAfter(error.problem) : undefined;
				if (!wait) {
					throw error;
				}
				await this.wait(wait, options.signal);
			}
		}
	}

	private async wait({ why, seconds }: Wait, signal: AbortSignal): Promise<void> {
		this.announce(this.provider ?? this.policy);
		this.isWaiting = true;
		const until = this.services.now() + seconds * 1000;
		this.emit({ type: 'waiting', waiting: { why, until } });
		await this.services.pause(seconds * 1000, signal);
	}

	private stopWaiting(): void {
		if (this.isWaiting) {
			this.isWaiting = false;
			this.emit({ type: 'waiting', waiting: undefined });
		}
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
		const { model, task, text } = this.request;
		return { model, task, text, tokenName: name, ...(provider !== undefined && { provider }) };
	}

	private readonly onDelta = (channel: DeltaChannel, text: string): void => {
		const now = this.services.now();
		this.firstTokenAt ??= now;
		this.lastTokenAt = now;
		this.emit({ type: 'delta', channel, text });
	};

	private metrics(): Metrics {
		const { startedAt, firstTokenAt, lastTokenAt, usage } = this;
		const moments = { startedAt, firstTokenAt, lastTokenAt, endedAt: this.endedAt ?? this.services.now() };
		return measure(moments, usage, this.pricing());
	}

	private pricing(): Pricing | undefined {
		const providers = this.catalogue.peek(this.request.model)?.providers ?? [];
		return providers.find(({ provider }) => provider === this.provider)?.pricing;
	}
}
