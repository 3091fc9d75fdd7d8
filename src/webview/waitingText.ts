import type { Waiting } from '../shared/run';
import { formatDuration } from './formatMetrics';

const REASONS = {
	loading: 'The model is loading',
	limited: 'The rate limit is reached; trying again',
	turn: 'Waiting for other runs to end',
	queued: 'The provider has put it into its queue',
	cancelling: 'Stopping; the provider is told to cancel the job',
} as const satisfies Record<Waiting['why'], string>;

/** Why a run waits and for how much longer, or how long it has gone on where nobody knows. `now` is in epoch milliseconds. */
export function waitingText({ why, until }: Waiting, now: number, startedAt: number): string {
	if (until === undefined) {
		const elapsed = Math.floor(Math.max(0, now - startedAt) / 1_000);
		return `${REASONS[why]}…${elapsed > 0 ? ` ${wholeSeconds(elapsed)}` : ''}`;
	}
	const seconds = Math.ceil((until - now) / 1_000);
	if (seconds <= 0) {
		return `${REASONS[why]}…`;
	}
	return why === 'loading'
		? `${REASONS[why]}, about ${wholeSeconds(seconds)}`
		: `${REASONS[why]} in ${wholeSeconds(seconds)}`;
}

function wholeSeconds(seconds: number): string {
	return formatDuration(seconds * 1_000).replace(/\.0 s$/, ' s');
}
