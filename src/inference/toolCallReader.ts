import type { ToolCall } from '../shared/output';
import { isRecord } from '../util/isRecord';

interface Growing {
	readonly index: unknown;
	id: string;
	name: string;
	arguments: string;
}

/**
 * Puts tool calls together from the fragments of a stream. The id and the name are in the first fragment of a call only,
 * arguments come empty, in parts or all at once; a provider that does not number its calls begins a new one with each id.
 */
export class ToolCallReader {
	private readonly calls: Growing[] = [];

	/** Takes a delta's `tool_calls`, whatever that is. */
	read(fragments: unknown): void {
		for (const fragment of Array.isArray(fragments) ? (fragments as readonly unknown[]) : []) {
			if (isRecord(fragment)) {
				this.add(fragment);
			}
		}
	}

	/** Those that have a name, in their order. */
	get all(): readonly ToolCall[] {
		return this.calls
			.filter(({ name }) => name !== '')
			.map(call => ({ id: call.id, name: call.name, arguments: call.arguments }));
	}

	private add({ index, id, function: called }: Readonly<Record<string, unknown>>): void {
		const call = this.callOf(index, id);
		const { name, arguments: given } = isRecord(called) ? called : {};
		if (typeof id === 'string' && call.id === '') {
			call.id = id;
		}
		if (typeof name === 'string' && call.name === '') {
			call.name = name;
		}
		// Older versions of TGI send an object where the protocol has text.
		call.arguments += typeof given === 'string' ? given : isRecord(given) ? JSON.stringify(given) : '';
	}

	private callOf(index: unknown, id: unknown): Growing {
		const known =
			index === undefined
				? this.calls.findLast(call => id === undefined || id === '' || call.id === id)
				: this.calls.find(call => call.index === index);
		if (known) {
			return known;
		}
		const call = { index, id: '', name: '', arguments: '' };
		this.calls.push(call);
		return call;
	}
}
