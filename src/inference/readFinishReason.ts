import type { FinishReason } from '../shared/run';

/** `finish_reason` as the providers spell it; the router does not make them agree. */
const REASONS: Readonly<Record<string, FinishReason>> = {
	stop: 'stop',
	eos: 'stop',
	eos_token: 'stop',
	stop_sequence: 'stop',
	end_turn: 'stop',
	length: 'length',
	max_tokens: 'length',
	model_length: 'length',
	tool_calls: 'toolCalls',
	function_call: 'toolCalls',
	content_filter: 'contentFilter',
};

export function readFinishReason(value: string): FinishReason {
	return Object.hasOwn(REASONS, value) ? (REASONS[value] ?? 'other') : 'other';
}
