import type { MiddlewareHandler } from 'hono';
import { sha1 } from './digests';
import type { ExchangeEnv } from './exchange';

/** Gives JSON answers to GET the Hub's weak entity tag, and answers 304 to a client that has them already. */
export const jsonTags: MiddlewareHandler<ExchangeEnv> = async (c, next) => {
	await next();
	if (
		c.req.method !== 'GET' ||
		c.res.status !== 200 ||
		c.res.headers.get('Content-Type') !== 'application/json'
	) {
		return;
	}
	const body = await c.res.text();
	const headers = new Headers(c.res.headers);
	headers.set('Content-Type', 'application/json; charset=utf-8');
	headers.set('ETag', `W/"${Buffer.byteLength(body).toString(16)}-${sha1(body).slice(0, 27)}"`);
	const isKnown = c.req.header('If-None-Match') === headers.get('ETag');
	c.res = undefined;
	c.res = isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
};
