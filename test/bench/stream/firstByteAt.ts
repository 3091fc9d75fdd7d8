import type { Workplace } from './workplace';

/** When the loopback Hub handed the first byte of a stream to its socket, in epoch milliseconds. */
export function firstByteAt({ stream }: Workplace['record']): number {
	if (stream?.firstByteAt === undefined) {
		throw new Error('The loopback Hub has not begun to answer.');
	}
	return stream.firstByteAt;
}
