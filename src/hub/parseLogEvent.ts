import { isRecord } from '../util/isRecord';

/** A line of a log, and when it was written, in epoch milliseconds. */
export interface LogEvent {
	readonly line: string;
	readonly time?: number;
}

/** Reads the data of an event of a Space's log: `{"data": "line\n", "timestamp": …}`. */
export function parseLogEvent(data: string): LogEvent | undefined {
	try {
		const value: unknown = JSON.parse(data);
		if (!isRecord(value) || typeof value.data !== 'string') {
			return undefined;
		}
		const time = typeof value.timestamp === 'string' ? Date.parse(value.timestamp) : NaN;
		return { line: value.data.replace(/\r?\n$/, ''), ...(Number.isFinite(time) && { time }) };
	} catch {
		return undefined;
	}
}
