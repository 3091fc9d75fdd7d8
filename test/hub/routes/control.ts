import type { Hono } from 'hono';
import type { ExchangeEnv } from '../exchange';
import { type Fault } from '../fault';
import { parseFault } from '../parseFault';
import { HubError } from '../hubError';
import type { World } from '../world';

/** `{match: {method?, path?, host?}, fault, times?}`; `path` is a regular expression, `times` is 1 or `"always"`. */
interface FaultOrder {
	readonly match?: { readonly method?: string; readonly path?: string; readonly host?: 'hub' | 'router' };
	readonly fault?: unknown;
	readonly times?: number | 'always';
}

function parse(order: FaultOrder): { readonly fault: Fault; readonly times: number } {
	const fault = parseFault(order.fault);
	if (!fault) {
		throw new HubError(400, 'Not a fault');
	}
	return { fault, times: order.times === 'always' ? Infinity : (order.times ?? 1) };
}

/**
 * Routes outside of the Hub's protocol, for tests in another process: they plan faults and read the traffic. They go
 * around the books, so that a test's own questions are not among the answers.
 */
export function addControl(app: Hono<ExchangeEnv>, world: World, reset: () => void): void {
	app.post('/__control/faults', async c => {
		const order = await c.req.json<FaultOrder>();
		const { fault, times } = parse(order);
		const { method, path, host } = order.match ?? {};
		world.faults.next(
			{
				...(method === undefined ? {} : { method }),
				...(path === undefined ? {} : { path: new RegExp(path) }),
				...(host === undefined ? {} : { host }),
			},
			fault,
			times,
		);
		return c.json({ ok: true });
	});
	app.delete('/__control/faults', c => {
		world.faults.clear();
		return c.json({ ok: true });
	});
	app.get('/__control/traffic', c => {
		const { requests, openConnections, openRequests, openStreams } = world.traffic;
		return c.json({ requests, openConnections, openRequests, openStreams });
	});
	app.post('/__control/reset', c => {
		reset();
		return c.json({ ok: true });
	});
}
