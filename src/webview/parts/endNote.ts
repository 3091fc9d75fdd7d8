import { html, nothing, type TemplateResult } from 'lit';
import type { FinishReason, LeftJob, RunState } from '../../shared/run';
import { icon } from '../icon';

/** What a reader must know about an end that was not the plain one. */
const SENTENCES = {
	stop: undefined,
	other: undefined,
	length: 'The answer is cut off: it reached the limit of tokens.',
	contentFilter: 'The answer is cut off: the provider’s content filter ended it.',
	toolCalls: 'The model asks for a tool. None is run here; you can write what it would answer.',
} as const satisfies Record<FinishReason, string | undefined>;

/** What a stop means for what is paid. */
const JOBS = {
	cancelled: 'The provider has cancelled the job.',
	notCancelled: 'The provider did not cancel the job: it may go on there, and be charged.',
	noCancelling: 'This provider has no way to cancel a job: it may go on there, and be charged.',
	unconfirmed:
		'The provider had not confirmed the job yet. Once it does, it is told to cancel it; until then the job may go on there, and be charged.',
} as const satisfies Record<LeftJob, string>;

/** Says how a run ended, where that is not plain to see. `hasAnswer`: something has arrived. */
export function endNote(state: RunState, hasAnswer: boolean): TemplateResult | typeof nothing {
	if (state.type === 'stopped') {
		const kept = hasAnswer ? 'Stopped. What had arrived is kept.' : 'Stopped before anything arrived.';
		return note(
			state.job && state.job !== 'cancelled' ? 'warning' : 'circle-slash',
			state.job ? `${kept} ${JOBS[state.job]}` : kept,
		);
	}
	if (state.type !== 'finished') {
		return nothing;
	}
	const sentence = SENTENCES[state.reason] ?? (hasAnswer ? undefined : 'The model gave an empty answer.');
	return sentence ? note(hasAnswer || state.reason !== 'stop' ? 'warning' : 'info', sentence) : nothing;
}

function note(iconName: string, text: string): TemplateResult {
	return html`<p class="note ${iconName}">${icon(iconName)}<span>${text}</span></p>`;
}
