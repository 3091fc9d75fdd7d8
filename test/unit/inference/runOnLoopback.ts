import { createInference, type InferenceOptions } from '../../../src/inference/createInference';
import type { Inference, OnLeftJob } from '../../../src/inference/inference';
import type { RunEvent } from '../../../src/inference/runEvent';
import type { RunRequest } from '../../../src/inference/runRequest';
import { openOperation } from '../../../src/net/openOperation';
import type { Problem } from '../../../src/shared/problem';
import type { LoopbackHub } from '../../hub/loopbackHub';
import type { TokenName } from '../../hub/testTokens';

/** What tests vary; the rest is a user of the loopback Hub with the default settings. */
export interface Circumstances extends Partial<InferenceOptions> {
	/** `none` for a user without a token. */
	readonly token?: TokenName | 'none';
}

/** The real inference against a loopback Hub, with waits that take no time. */
export function inferenceOn(
	hub: LoopbackHub,
	{ token = 'fineGrainedInference', ...options }: Circumstances = {},
): Inference {
	const origins = [hub.origin, hub.routerOrigin];
	return createInference({
		endpoints: { hub: hub.origin, router: hub.routerOrigin },
		credentials: async () =>
			token === 'none' ? undefined : { value: hub.tokens[token], name: token, origins },
		openOperation,
		providerPolicy: () => 'auto',
		billTo: () => undefined,
		pause: async (_, signal) => signal.throwIfAborted(),
		...options,
	});
}

/** A finished or failed run, taken apart. */
export interface RunRecord {
	readonly events: readonly RunEvent[];
	/** The types in their order, a row of deltas counted as one; without the estimate, which has no fixed place among them. */
	readonly types: string;
	readonly content: string;
	readonly reasoning: string;
	readonly providers: readonly string[];
	readonly last: RunEvent | undefined;
	readonly problem: Problem | undefined;
}

/** Runs to the end; `onEvent` hears of every event as it comes. */
export async function record(
	inference: Inference,
	request: RunRequest,
	signal: AbortSignal = new AbortController().signal,
	onEvent: (event: RunEvent) => void = () => undefined,
	onLeftJob?: OnLeftJob,
): Promise<RunRecord> {
	const events: RunEvent[] = [];
	for await (const event of inference.run(request, signal, onLeftJob)) {
		events.push(event);
		onEvent(event);
	}
	const last = events.at(-1);
	const texts = (channel: string) =>
		events.map(event => (event.type === 'delta' && event.channel === channel ? event.text : '')).join('');
	return {
		events,
		types: events
			.map(({ type }) => type)
			.filter(type => type !== 'estimated')
			.filter((type, index, all) => type !== 'delta' || all[index - 1] !== 'delta')
			.join(' '),
		content: texts('content'),
		reasoning: texts('reasoning'),
		providers: events.flatMap(event => (event.type === 'started' ? event.provider : [])),
		last,
		problem: last?.type === 'failed' ? last.problem : undefined,
	};
}
