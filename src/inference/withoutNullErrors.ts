/** In bytes. Where an error that is null has begun at the end of a part, it has begun within so many. */
const LONGEST = 64;
const NULL_ERROR = '"error":null';
const BLANKS = /[ \t\r\n]/g;
const WHOLE = /"error"([ \t\r\n]*:[ \t\r\n]*null)/g;

/**
 * A `fetch` for the client package, which takes any chunk of a stream that has an `error` for a failure, also one beside a good
 * answer that is null. Such a key reaches it as `error_null`. Inside of a string of JSON no quotation mark is without a backslash, so
 * no text is changed.
 */
export function withoutNullErrors(send: typeof fetch): typeof fetch {
	return async (input, init) => {
		const response = await send(input, init);
		const { ok, body, status, headers } = response;
		return ok && body ? new Response(renamed(body), { status, headers }) : response;
	};
}

function renamed(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	let held: Uint8Array = Buffer.alloc(0);
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				for (;;) {
					const { done, value } = await reader.read();
					if (done) {
						if (held.length > 0) {
							controller.enqueue(held);
						}
						controller.close();
						return;
					}
					const come = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
					const part = held.length === 0 ? come : Buffer.concat([held, come]);
					const end = beginning(part);
					held = part.subarray(end);
					if (end > 0) {
						controller.enqueue(rename(part.subarray(0, end)));
						return;
					}
				}
			},
			cancel: reason => reader.cancel(reason),
		},
		{ highWaterMark: 0 },
	);
}

/** Where a null error begins that the part may not have as a whole; else the part's end. */
function beginning(part: Buffer): number {
	const from = Math.max(0, part.length - LONGEST);
	const tail = part.toString('latin1', from);
	for (let at = tail.indexOf('"'); at >= 0; at = tail.indexOf('"', at + 1)) {
		const begun = tail.slice(at).replace(BLANKS, '');
		if (begun !== NULL_ERROR && NULL_ERROR.startsWith(begun)) {
			return from + at;
		}
	}
	return part.length;
}

function rename(part: Buffer): Buffer {
	return part.includes('"error"')
		? Buffer.from(part.toString('latin1').replace(WHOLE, '"error_null"$1'), 'latin1')
		: part;
}
