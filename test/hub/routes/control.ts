import type { Hono } from 'hono';
import type { ExchangeEnv } from '../exchange';
import type { Fault } from '../fault';
import type { FaultMatch } from '../faults';
import { parseFault } from '../parseFault';
import { HubError } from '../hubError';
import { isAccountName, isDecision } from './oauth';
import type { World } from '../world';

interface FaultOrder {
	readonly match: FaultMatch;
	readonly fault: Fault;
	readonly times: number;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

const isOptionalText = (value: unknown): value is string | undefined =>
	value === undefined || typeof value === 'string';

function readMatch(value: unknown): FaultMatch | undefined {
	const { method, path, host } = isObject(value) ? value : {};
	if (
		!isOptionalText(method) ||
		!isOptionalText(path) ||
		![undefined, 'hub', 'router', 'storage'].includes(host as undefined)
	) {
		return undefined;
	}
	return {
		...(method === undefined ? {} : { method }),
		...(path === undefined ? {} : { path: new RegExp(path) }),
		...(host === 'hub' || host === 'router' || host === 'storage' ? { host } : {}),
	};
}

/** Reads `{match?: {method?, path?, host?}, fault, times?}`: `path` is a regular expression, `times` a number or `"always"`. */
function readOrder(body: unknown): FaultOrder {
	const order = isObject(body) ? body : {};
	const match = readMatch(order.match);
	const fault = parseFault(order.fault);
	const times = order.times === 'always' ? Infinity : (order.times ?? 1);
	if (!match || !fault || typeof times !== 'number') {
		throw new HubError(400, 'Not an order for a fault');
	}
	return { match, fault, times };
}

/**
 * Routes outside of the Hub's protocol, for tests in another process: they plan faults and read the traffic. They go
 * around the books, so that a test's own questions are not among the answers.
 */
export function addControl(app: Hono<ExchangeEnv>, world: World, reset: () => void): void {
	app.post('/__control/faults', async c => {
		const { match, fault, times } = readOrder(await c.req.json<unknown>().catch(() => undefined));
		world.faults.next(match, fault, times);
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
	app.post('/__control/oauth', async c => {
		const order = await c.req.json<unknown>().catch(() => undefined);
		const { decision, account = 'ada', userCode } = isObject(order) ? order : {};
		if (!isDecision(decision) || !isAccountName(account) || !isOptionalText(userCode)) {
			throw new HubError(400, 'Not a decision about a sign-in');
		}
		return c.json({ known: world.oauth.decide(decision, account, userCode) });
	});
	app.post('/__control/reset', c => {
		reset();
		return c.json({ ok: true });
	});
}
