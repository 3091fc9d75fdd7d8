import { redact } from '../util/redact';

const KEPT_BYTES = 8 * 1024;
const COPIED_BYTES = 64 * 1024;
/** An error's body that has not come by then is not worth waiting for. */
const PATIENCE = 5_000;

export interface ErrorBody {
	/** The first 8 KiB, as text and without tokens. */
	readonly text: string;
	/** The answer with its first 64 KiB of body still to be read. */
	readonly copy: Response;
}

/** Reads what an error answer has to say, and hands on an answer that reads the same. Never fails, never waits for long. */
export async function readErrorBody(response: Response, url: URL): Promise<ErrorBody> {
	const bytes = response.body ? await firstBytes(response.body) : new Uint8Array();
	const text = redact(new TextDecoder().decode(bytes.subarray(0, KEPT_BYTES)));
	const copy = new Response(response.body ? bytes : null, {
		status: response.status,
		statusText: response.statusText,
		headers: response.headers,
	});
	Object.defineProperty(copy, 'url', { value: url.href });
	return { text, copy };
}

async function firstBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
	const reader = body.getReader();
	const stop = () => void reader.cancel().catch(() => undefined);
	const timer = setTimeout(stop, PATIENCE);
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		while (length < COPIED_BYTES) {
			const { done, value } = await reader.read();
			if (done) {
				break;
			}
			chunks.push(value);
			length += value.byteLength;
		}
	} catch {
		// The connection broke in the middle of an error, or nobody wants it any more: what has come is all there is.
	} finally {
		clearTimeout(timer);
		stop();
	}
	return Buffer.concat(chunks).subarray(0, COPIED_BYTES);
}
