import { once } from 'node:events';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ExchangeContext } from './exchange';
import { contentRange, rangeResponse } from './rangeResponse';

/** From this size on, a body is written to the socket as it is, without a copy of it. */
const LARGE = 256 * 1024;
const SLAB = 1024 * 1024;

/** Answers with the content, or with the part that the request's `Range` names. */
export async function sendContent(
	c: ExchangeContext,
	content: Uint8Array,
	headers: Readonly<Record<string, string>>,
): Promise<Response> {
	const range = c.req.header('Range');
	if (content.byteLength < LARGE || c.var.isFaulty || c.req.method === 'HEAD') {
		return rangeResponse(content, range, headers);
	}
	const part = contentRange(content.byteLength, range);
	if (!part) {
		return rangeResponse(content, range, headers);
	}
	const { outgoing } = c.env;
	outgoing.writeHead(part.status, { 'Accept-Ranges': 'bytes', ...headers, ...part.headers });
	const closed = once(outgoing, 'close');
	for (let at = part.first; at <= part.last && !outgoing.destroyed; at += SLAB) {
		if (!outgoing.write(content.subarray(at, Math.min(at + SLAB, part.last + 1)))) {
			await Promise.race([once(outgoing, 'drain'), closed]);
		}
	}
	outgoing.end();
	return RESPONSE_ALREADY_SENT;
}
