import type { Estimate } from '../shared/draft';
import { estimateWords } from '../shared/estimateWords';
import type { Waiting } from '../shared/run';

/** A run that goes on, as the status bar sees it. */
export interface RunningRun {
	readonly title: string;
	readonly model: string;
	readonly waiting?: Waiting | undefined;
	readonly estimate?: Estimate | undefined;
}

const WAITING = {
	loading: 'the model is loading',
	limited: 'waiting for the rate limit',
	turn: 'waiting for other runs',
	queued: 'in the provider’s queue',
	cancelling: 'the job is cancelled',
} as const satisfies Record<Waiting['why'], string>;

/** What the status bar says while runs go on; nothing when there are none. */
export function runningText(
	running: readonly RunningRun[],
): { readonly text: string; readonly tooltip: string } | undefined {
	const [only] = running;
	if (!only) {
		return undefined;
	}
	if (running.length > 1) {
		return {
			text: `$(sync~spin) Running ${running.length} Models…`,
			tooltip: `${running.map(run => described(run)).join('\n')}\nClick to stop.`,
		};
	}
	const { title, waiting } = only;
	const why = waiting === undefined ? '' : ` (${WAITING[waiting.why]})`;
	return {
		text: `$(sync~spin) Running ${oneLine(title)}…${why}`,
		tooltip: `${described(only, why)}\nClick to stop.`,
	};
}

/** What runs where, and what it will be. */
function described({ title, model, estimate }: RunningRun, why = ''): string {
	return `${title}: ${model}${why}${estimate ? ` · ${estimateWords(estimate)}` : ''}`;
}

/** A title in the user's own words may hold what the status bar would take for an icon. */
function oneLine(title: string): string {
	return title.replace(/\$\(/g, '$ (').replace(/…$/, '');
}
