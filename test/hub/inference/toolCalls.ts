import type { Dialect } from './dialect';

/** A tool that a model asks to be called. */
export interface ToolCall {
	readonly id: string;
	readonly name: string;
	readonly arguments: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

/** The deltas of the calls in a dialect's own way: see `Dialect.toolCalls`. */
export function toolCallDeltas(calls: readonly ToolCall[], { toolCalls }: Dialect): readonly Json[] {
	return calls.flatMap(({ id, name, arguments: given }, index) => {
		const text = JSON.stringify(given);
		if (toolCalls === 'whole') {
			return [{ tool_calls: [{ index, id, type: 'function', function: { name, arguments: text } }] }];
		}
		const number = toolCalls === 'unnumbered' ? {} : { index };
		const parts = text.match(/[\s\S]{1,8}/g) ?? [];
		return [
			{ tool_calls: [{ ...number, id, type: 'function', function: { name, arguments: '' } }] },
			...parts.map(part => ({ tool_calls: [{ ...number, function: { arguments: part } }] })),
		];
	});
}
