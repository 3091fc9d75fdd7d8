import type { Waiting } from '../shared/run';
import { formatDuration } from './formatMetrics';

const REASONS = {
	loading: 'The model is loading',
	queued: 'The rate limit is reached; trying again',
	retrying: 'The provider did not answer; trying again',
} as const satisfies Record<Waiting['why'], string>;

/** Why a run waits and for how much longer. `now` is in epoch milliseconds. */
export function waitingText({ why, until }: Waiting, now: number): string {
	const seconds = until === undefined ? 0 : Math.ceil((until - now) / 1_000);
	if (seconds <= 0) {
		return `${REASONS[why]}…`;
	}
	const time = formatDuration(seconds * 1_000).replace(/\.0 s$/, ' s');
	return why === 'loading' ? `${REASONS[why]}, about ${time}` : `${REASONS[why]} in ${time}`;
}
