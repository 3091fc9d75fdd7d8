import { formatCost } from '../shared/formatCost';
import { lazily } from '../shared/lazily';
import type { Metrics } from '../shared/run';

/** A figure, and the sentence that explains it. */
export interface Figure {
	readonly text: string;
	readonly explanation: string;
}

const NUMBER = lazily(() => new Intl.NumberFormat('en'));
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The figures of a run that are known; what is not known is left out. */
export function formatMetrics(metrics: Metrics): readonly Figure[] {
	const { usage, firstTokenMs, tokensPerSecond, cost, durationMs } = metrics;
	return [
		usage && {
			text: `${NUMBER().format(usage.promptTokens)} in`,
			explanation: 'Tokens of the prompt, as the provider counted them',
		},
		usage && {
			text: `${NUMBER().format(usage.completionTokens)} out`,
			explanation: 'Tokens of the answer, as the provider counted them',
		},
		firstTokenMs !== undefined && {
			text: `first token ${formatDuration(firstTokenMs)}`,
			explanation: 'Time from the request that was answered to the first token',
		},
		tokensPerSecond !== undefined && {
			text: `${formatRate(tokensPerSecond)} tok/s`,
			explanation: 'Tokens of the answer per second, from the first one to the last',
		},
		cost !== undefined && {
			text: formatCost(cost),
			explanation: 'Cost in US dollars, from the counted tokens and the provider’s price',
		},
		{ text: formatDuration(durationMs), explanation: 'Time from the start to the end, with all waits' },
	].filter(figure => typeof figure === 'object');
}

/** Milliseconds as people say them: “310 ms”, “2.3 s”, “1 min 12 s”. */
export function formatDuration(ms: number): string {
	if (ms < SECOND) {
		return `${Math.round(ms)} ms`;
	}
	if (ms < 10 * SECOND) {
		return `${(ms / SECOND).toFixed(1)} s`;
	}
	const seconds = Math.round(ms / SECOND);
	return ms < MINUTE && seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A probability: “97.3%”, and never “0%” for what is possible or “100%” for what is not certain. */
export function formatScore(score: number): string {
	if (score > 0 && score < 0.0005) {
		return '<0.1%';
	}
	return score < 1 && score >= 0.9995 ? '>99.9%' : `${(score * 100).toFixed(1)}%`;
}

function formatRate(rate: number): string {
	return rate < 10 ? rate.toFixed(1) : NUMBER().format(Math.round(rate));
}
