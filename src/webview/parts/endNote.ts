import { html, nothing, type TemplateResult } from 'lit';
import type { FinishReason, RunState } from '../../shared/run';
import { icon } from '../icon';

/** What a reader must know about an end that was not the plain one. */
const SENTENCES = {
	stop: undefined,
	other: undefined,
	length: 'The answer is cut off: it reached the limit of tokens.',
	contentFilter: 'The answer is cut off: the provider’s content filter ended it.',
	toolCalls: 'The model ended its answer by asking for a tool.',
} as const satisfies Record<FinishReason, string | undefined>;

/** Says how a run ended, where that is not plain to see. `hasAnswer`: something has arrived. */
export function endNote(state: RunState, hasAnswer: boolean): TemplateResult | typeof nothing {
	if (state.type === 'stopped') {
		return note(
			'circle-slash',
			hasAnswer ? 'Stopped. What had arrived is kept.' : 'Stopped before anything arrived.',
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
