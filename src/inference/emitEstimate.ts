import type { Estimate } from '../shared/draft';
import type { Estimates } from './estimates';
import type { RunRequest } from './runRequest';
import type { Services } from './services';

/** Milliseconds between sending a request and telling what it will be. */
const REST = 200;

export interface EstimateEmission {
	/** The request with the provider that is known by now. */
	readonly request: RunRequest;
	/** Settled when the price is as well known as it will be. */
	readonly priced?: Promise<unknown>;
	readonly signal: AbortSignal;
	readonly emit: (estimate: Estimate) => void;
}

/**
 * Tells what a run will be, and again when the price is known. The request is on its way by then, and the first words of a quick answer
 * shall not wait for it either.
 */
export async function emitEstimate(
	services: Pick<Services, 'pause'>,
	estimates: Pick<Estimates, 'atHand'>,
	{ request, priced, signal, emit }: EstimateEmission,
): Promise<void> {
	const rested = services.pause(REST, signal).catch(() => undefined);
	for (const ready of priced ? [rested, priced] : [rested]) {
		await ready;
		const estimate = await estimates.atHand(request).catch(() => undefined);
		if (!estimate || signal.aborted) {
			return;
		}
		emit(estimate);
		if (estimate.cost !== undefined) {
			return;
		}
	}
}
