import { randomBytes, randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { type Caller, authenticate, carriedToken } from './authentication';
import type { StreamFault } from './fault';
import { HubError } from './hubError';
import type { Bucket } from './rateLimit';
import { applyFault } from './responseFaults';
import type { HostName, RequestRecord } from './traffic';
import type { World } from './world';

/** What every handler finds in its context. */
export interface ExchangeEnv {
	Bindings: HttpBindings;
	Variables: {
		world: World;
		record: RequestRecord;
		/** The fault that a streamed answer is to have. */
		streamFault: StreamFault | undefined;
		/** Whether something is going to happen to the answer, which then has to be handed on before it is sent. */
		isFaulty: boolean;
		/** Write the body one byte at a time. */
		oneByteChunks: boolean;
	};
}

export type ExchangeContext = Context<ExchangeEnv>;

/** Routes outside of the protocol: they are not written down and nothing happens to them. */
export const CONTROL_PREFIX = '/__control/';

const recordedHeaders = [
	'accept',
	'content-type',
	'origin',
	'range',
	'user-agent',
	'x-hf-bill-to',
	'x-loopback-gap-ms',
] as const;

const exposedHeaders =
	'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag';

/** In the form of the load balancer before the Hub, and the Hub's own after it. */
function requestId(): string {
	return `Root=1-${randomBytes(4).toString('hex')}-${randomBytes(12).toString('hex')};${randomUUID()}`;
}

/** Headers of the real Hub on every answer; `origin` is what the browser said, or undefined outside of one. */
function commonHeaders(origin: string | undefined): Record<string, string> {
	return {
		'X-Request-Id': requestId(),
		'X-Powered-By': 'huggingface-moon',
		'Referrer-Policy': 'strict-origin-when-cross-origin',
		'Cross-Origin-Opener-Policy': 'same-origin',
		Vary: 'Origin',
		'Access-Control-Allow-Origin': origin ?? 'https://huggingface.co',
		'Access-Control-Expose-Headers': exposedHeaders,
	};
}

function beginRecord(c: ExchangeContext, world: World, host: HostName): RequestRecord {
	const { pathname, search } = new URL(c.req.url);
	const token = carriedToken(c.req.header('Authorization'), world);
	const headers = recordedHeaders.flatMap(name => {
		const value = c.req.header(name);
		return value === undefined ? [] : [[name, value] as const];
	});
	return world.traffic.begin({
		host,
		origin: world.origins[host],
		method: c.req.method,
		path: pathname + search,
		...(token === undefined ? {} : { token }),
		headers: Object.fromEntries(headers),
	});
}

/** Writes every request down, gives it the common headers, and lets the planned faults happen to it. */
function exchange(world: World, host: HostName): MiddlewareHandler<ExchangeEnv> {
	return async (c, next) => {
		if (c.req.path.startsWith(CONTROL_PREFIX)) {
			return next();
		}
		const { outgoing } = c.env;
		const record = beginRecord(c, world, host);
		outgoing.once('close', () => world.traffic.end(record, outgoing.statusCode, outgoing.writableFinished));
		c.set('world', world);
		c.set('record', record);
		c.set('oneByteChunks', false);
		for (const [name, value] of Object.entries(commonHeaders(c.req.header('Origin')))) {
			outgoing.setHeader(name, value);
		}
		const fault = world.faults.take({ method: record.method, path: record.path, host });
		c.set('isFaulty', fault !== undefined);
		if (fault === undefined) {
			await next();
		} else {
			await applyFault(c, fault, next);
		}
	};
}

/** An application with the books, the faults and the errors of the Hub; the caller adds the routes. */
export function exchangeApp(world: World, host: HostName): Hono<ExchangeEnv> {
	const app = new Hono<ExchangeEnv>();
	app.use(exchange(world, host));
	app.options('*', c =>
		c.body(null, 204, {
			'Access-Control-Allow-Methods': 'GET,HEAD,POST,PUT,DELETE,OPTIONS',
			'Access-Control-Allow-Headers': 'Authorization,Content-Type,Range,X-HF-Bill-To,X-Loopback-Gap-Ms',
			'Access-Control-Max-Age': '86400',
		}),
	);
	app.onError((error, c) => {
		if (error instanceof HubError) {
			const plain = /\/(?:resolve|raw)\//.test(c.req.path) && !c.req.path.startsWith('/api/');
			return error.toResponse(plain ? 'text' : 'json');
		}
		console.error(error);
		return new HubError(500, `The loopback Hub failed: ${error.message}`).toResponse('json');
	});
	return app;
}

/** Who asks; also counts the request in the caller's rate limit. Throws the 401 of a token that is not taken. */
export function callerOf(c: ExchangeContext, bucket: Bucket): Caller {
	const { world } = c.var;
	const { rateLimit } = world;
	const caller = authenticate(c.req.header('Authorization'), world);
	for (const [name, value] of Object.entries(rateLimit.count(caller, bucket, Date.now()))) {
		c.env.outgoing.setHeader(name, value);
	}
	return caller;
}
