import { epochNow } from '../../hub/traffic';
import { inferenceDeltas } from './inferenceDeltas';
import type { ClientAnswer, ClientOrder, ClientReport, ClientWay, TakeDeltas } from './order';
import { packageDeltas } from './packageDeltas';
import { plainDeltas } from './plainDeltas';

const WAYS: Readonly<Record<ClientWay, TakeDeltas>> = {
	fetch: plainDeltas,
	package: packageDeltas,
	inference: inferenceDeltas,
};

/** A client in a process of its own, as the extension host is one: takes orders from its parent, one at a time. */
process.on('message', (order: ClientOrder) => {
	void take(order).then(
		report => answer({ report }),
		(error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
	);
});

function answer(message: ClientAnswer): void {
	process.send?.(message);
}

async function take(order: ClientOrder): Promise<ClientReport> {
	const stop = new AbortController();
	let deltas = 0;
	let firstDeltaAt: number | undefined;
	let stoppedAt: number | undefined;
	try {
		await WAYS[order.way](order, stop.signal, () => {
			firstDeltaAt ??= epochNow();
			if (++deltas === order.stopAfter) {
				stoppedAt = epochNow();
				stop.abort();
			}
		});
	} catch (error) {
		if (stoppedAt === undefined) {
			throw error;
		}
	}
	const endedAt = stoppedAt ?? epochNow();
	if (firstDeltaAt === undefined) {
		throw new Error('No delta came.');
	}
	return { firstDeltaAt, endedAt, deltas };
}
