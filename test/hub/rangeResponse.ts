const rangePattern = /^bytes=(\d*)-(\d*)$/;

/** First and last byte that a `Range` header asks for, or undefined if it cannot be given. */
function parseRange(
	header: string,
	size: number,
): { readonly first: number; readonly last: number } | undefined {
	const [, from = '', to = ''] = rangePattern.exec(header) ?? [];
	if (from === '' && to === '') {
		return undefined;
	}
	const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
	const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
	return first < size && first <= last ? { first, last } : undefined;
}

/** Which bytes of a content that is not empty an answer has, and its status; undefined where the range is outside. */
export function contentRange(size: number, range: string | undefined) {
	const part = range === undefined ? { first: 0, last: size - 1 } : parseRange(range, size);
	if (!part) {
		return undefined;
	}
	const { first, last } = part;
	return {
		first,
		last,
		status: range === undefined ? 200 : 206,
		headers: {
			'Content-Length': String(last - first + 1),
			...(range === undefined ? {} : { 'Content-Range': `bytes ${first}-${last}/${size}` }),
		},
	};
}

/**
 * The whole of `content`, or the part that `range` names with 206. A part of an empty file is answered with
 * 206 and `bytes * /0` (without the blank), since the clients cannot live with the 416 that would be due.
 */
export function rangeResponse(
	content: Uint8Array,
	range: string | undefined,
	headers: Readonly<Record<string, string>>,
): Response {
	const size = content.byteLength;
	const answer = (status: number, body: Uint8Array, more: Readonly<Record<string, string>>) =>
		new Response(Buffer.from(body), {
			status,
			headers: { 'Accept-Ranges': 'bytes', 'Content-Length': String(body.byteLength), ...headers, ...more },
		});
	if (size === 0) {
		return range === undefined
			? answer(200, content, {})
			: answer(206, content, { 'Content-Range': 'bytes */0' });
	}
	const part = contentRange(size, range);
	return part
		? answer(part.status, content.subarray(part.first, part.last + 1), part.headers)
		: answer(416, new Uint8Array(), { 'Content-Range': `bytes */${size}` });
}
