import type { Media } from '../shared/output';
import { ProblemError } from '../util/problemError';
import { wrongType } from './inferenceProblem';
import { readBody } from './readBody';
import { readWholeBody } from './readWholeBody';
import type { MediaKind } from './taskDescription';

/** In bytes. A film of 100 MB fits in, as base64; more would be several times that in memory. */
const LARGEST_JSON = 200_000_000;

/** The body of an answer, as far as its type tells. */
export type ResponseBody = { readonly json: unknown } | { readonly media: Media };

/** Reads a whole answer: JSON, or, where that is `expected`, a picture, a sound or a film, which goes to a file if it is large. */
export async function readResponse(response: Response, expected: MediaKind | 'json'): Promise<ResponseBody> {
	if (!response.ok) {
		await response.body?.cancel();
		// What the status means is told from the operation's facts.
		throw new Error('Refused');
	}
	const contentType = response.headers.get('Content-Type') ?? undefined;
	const [mimeType = ''] = (contentType ?? '').split(';', 1);
	const isMedia =
		expected !== 'json' && (mimeType.startsWith(`${expected}/`) || mimeType === 'application/octet-stream');
	const body = isMedia ? await readBody(response) : { bytes: await readWholeBody(response, LARGEST_JSON) };
	const bytes = 'bytes' in body ? body.bytes : undefined;
	if (bytes?.every(isBlank)) {
		throw new ProblemError({ code: 'protocol', detail: 'The answer is empty.' });
	}
	if (contentType?.startsWith('application/json')) {
		return { json: JSON.parse(new TextDecoder().decode(bytes)) as unknown };
	}
	if (isMedia) {
		return { media: { mimeType, ...body } };
	}
	throw new ProblemError({ code: 'protocol', detail: wrongType(contentType, WORDS[expected]) });
}

const WORDS = {
	json: 'JSON',
	image: 'a picture',
	audio: 'a sound',
	video: 'a film',
} as const satisfies Record<MediaKind | 'json', string>;

function isBlank(byte: number): boolean {
	return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
