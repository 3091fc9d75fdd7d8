import { createHub } from '../../../src/hub/hubClient';
import { startLoopbackHub } from '../../hub/loopbackHub';
import type { Row } from '../row';
import { sampleOf } from '../sample';

const SEARCHES = 60;
const WARM_UP = 5;

/** The first page of a search: how long it takes beside a bare `fetch` of the same page, and how many requests it costs. */
export async function search(): Promise<readonly Row[]> {
	const server = await startLoopbackHub();
	const { signal } = new AbortController();
	const hub = createHub({
		endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
		credentials: async () => undefined,
	});
	const bare: number[] = [];
	const ours: number[] = [];
	const requests: number[] = [];
	try {
		for (let at = 0; at < SEARCHES + WARM_UP; at++) {
			// Another text each time, so that nothing is known already.
			const text = `qwen ${'-'.repeat(at % 7)}${at}`;
			const plain = await timed(async () => {
				const url = `${server.origin}/api/models?limit=50&sort=downloads&search=${encodeURIComponent(text)}`;
				await (await fetch(url)).json();
			});
			server.traffic.clear();
			const own = await timed(() => hub.repos({ type: 'model', text, sort: 'downloads' }, signal));
			if (at >= WARM_UP) {
				bare.push(plain);
				ours.push(own);
				requests.push(server.traffic.requests.length);
			}
		}
	} finally {
		await server.stop();
	}
	return [
		{
			what: 'First page of a search',
			unit: 'ms',
			ours: sampleOf(ours),
			controls: [{ name: 'fetch', sample: sampleOf(bare) }],
			budget: { of: 'difference', most: 60 },
		},
		{
			what: 'Requests of a search',
			unit: 'count',
			ours: sampleOf(requests),
			budget: { of: 'value', most: 1 },
		},
	];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}
