import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Next } from 'hono';
import { ACCOUNTS } from './accounts';
import type { ExchangeContext } from './exchange';
import type { Fault, FaultKind, FaultOf, StreamFault } from './fault';
import { STATUS_ANSWERS } from './statusFaults';
import { TOKEN_RECORDS } from './testTokens';

interface Applied<K extends FaultKind> {
	readonly c: ExchangeContext;
	readonly fault: FaultOf<K>;
	/** Makes the right answer. */
	readonly next: Next;
}

/** Gives the request its fault, as the whole answer or as a change to the right one. */
type Apply<K extends FaultKind> = (applied: Applied<K>) => Promise<Response | void> | Response | void;

/** The repository or model that the request is about, as far as its path or body says. */
async function subjectOf(c: ExchangeContext): Promise<string> {
	const inPath = /\/(?:models|datasets|spaces)\/([^/?]+\/[^/?]+)/.exec(c.req.path)?.[1];
	if (inPath !== undefined || c.req.method !== 'POST') {
		return inPath ?? c.req.path.split('/').slice(1, 3).join('/');
	}
	const body = await c.req.json<{ model?: unknown } | null>().catch(() => null);
	return typeof body?.model === 'string' ? body.model.replace(/:[^:/]*$/, '') : 'the requested model';
}

async function statusAnswer({ c, fault }: Applied<'status'>): Promise<Response> {
	const { token } = c.var.record;
	const user =
		token === undefined || token === 'unknown' || token === 'signIn'
			? 'ada'
			: ACCOUNTS[TOKEN_RECORDS[token].account].name;
	const answer = STATUS_ANSWERS[fault.name]({ repo: await subjectOf(c), user, seconds: fault.seconds });
	const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
	return new Response(text, {
		status: answer.status,
		headers: { 'Content-Type': 'application/json', ...answer.headers },
	});
}

/** The body of the answer that `next` has made, one byte per write; a streamed answer sees to it by itself. */
async function writeByBytes(c: ExchangeContext): Promise<Response | void> {
	const { outgoing } = c.env;
	if (outgoing.headersSent) {
		return;
	}
	const body = new Uint8Array(await c.res.arrayBuffer());
	outgoing.writeHead(c.res.status, Object.fromEntries(c.res.headers));
	const closed = once(outgoing, 'close');
	for (const byte of body) {
		if (!outgoing.write(Uint8Array.of(byte)) && !outgoing.destroyed) {
			await Promise.race([once(outgoing, 'drain'), closed]);
		}
	}
	outgoing.end();
	return RESPONSE_ALREADY_SENT;
}

/** The first bytes (default half) of the answer that `next` has made, and then what `end` does to the connection. */
async function writePart(
	c: ExchangeContext,
	end: (length: number) => Promise<unknown> | void,
	bytes?: number,
): Promise<Response> {
	const { outgoing } = c.env;
	const body = new Uint8Array(await c.res.arrayBuffer());
	outgoing.writeHead(c.res.status, {
		...Object.fromEntries(c.res.headers),
		'Content-Length': body.length,
	});
	// Written out before the connection can be torn down, or the client would see a reset instead of an answer.
	await new Promise(written => outgoing.write(body.subarray(0, bytes ?? body.length / 2), written));
	await end(body.length);
	return RESPONSE_ALREADY_SENT;
}

async function inStream({
	c,
	fault,
	next,
}: {
	readonly c: ExchangeContext;
	readonly fault: StreamFault;
	readonly next: Next;
}): Promise<void> {
	c.set('streamFault', fault);
	await next();
}

const appliers: { readonly [K in FaultKind]: Apply<K> } = {
	status: statusAnswer,
	brokenJson: () =>
		new Response('{"choices": [{"message": {"role": "assist', {
			headers: { 'Content-Type': 'application/json' },
		}),
	wrongContentType: () =>
		new Response('<!doctype html><title>Maintenance</title><p>Back soon.</p>', {
			headers: { 'Content-Type': 'text/html' },
		}),
	emptyBody: () => new Response('', { headers: { 'Content-Type': 'application/json' } }),
	cutBeforeFirstDelta: inStream,
	cutAfter: inStream,
	errorEventAfter: inStream,
	stallAfter: inStream,
	cutBody: async ({ c, fault: { bytes }, next }) => {
		await next();
		return writePart(c, () => void c.env.outgoing.destroy(), bytes);
	},
	stallBody: async ({ c, fault: { bytes }, next }) => {
		await next();
		// Of a body without bytes there is none to wait for: the client has all of the answer, and asks on by the same connection.
		const hold = (length: number) =>
			length === 0 ? void c.env.outgoing.end() : once(c.env.outgoing, 'close');
		return writePart(c, hold, bytes);
	},
	oneByteChunks: async ({ c, next }) => {
		c.set('oneByteChunks', true);
		await next();
		return writeByBytes(c);
	},
	reset: ({ c }) => {
		c.env.outgoing.destroy();
		return RESPONSE_ALREADY_SENT;
	},
	redirect: ({ c, fault: { status = 307, origin } }) => {
		const location = new URL(c.var.record.path, origin ?? c.var.world.origins.foreign).href;
		return new Response(`Found. Redirecting to ${location}`, { status, headers: { Location: location } });
	},
	foreignLinkHeader: async ({ c, next }) => {
		await next();
		const url = new URL(c.var.record.path, c.var.world.origins.foreign).href;
		c.res.headers.set('Link', `<${url}>; rel="next"`);
	},
	slowHeaders: async ({ c, next, fault: { milliseconds, until } }) => {
		const late = delay(milliseconds, undefined, { signal: c.var.world.stopped });
		await (until ? Promise.race([until, late]) : late);
		await next();
	},
	hang: async ({ c }) => {
		// With what it has sent unread, a client's going away would not be noticed.
		c.env.incoming.resume();
		await once(c.env.outgoing, 'close');
		return RESPONSE_ALREADY_SENT;
	},
};

/** Lets `fault` happen to the request. */
export async function applyFault(c: ExchangeContext, fault: Fault, next: Next): Promise<void> {
	const apply = appliers[fault.kind] as Apply<FaultKind>;
	const answer = await apply({ c, fault, next });
	if (answer) {
		c.res = undefined;
		c.res = answer;
	}
}
