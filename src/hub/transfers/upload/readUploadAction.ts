import { isRecord } from '../../../util/isRecord';
import { ProblemError } from '../../../util/problemError';

/** How the storage wants a file: in one piece, or in parts that are put together by a last request. */
export type UploadAction =
	| { readonly kind: 'basic'; readonly url: string }
	| {
			readonly kind: 'multipart';
			readonly completeUrl: string;
			readonly partBytes: number;
			readonly urls: readonly string[];
	  };

/** Reads one object of an LFS batch's answer; nothing where the Hub has the file. */
export function readUploadAction(
	object: Readonly<Record<string, unknown>>,
	size: number,
): UploadAction | undefined {
	const upload = isRecord(object.actions) ? object.actions.upload : undefined;
	if (upload === undefined) {
		return undefined;
	}
	const href = isRecord(upload) ? upload.href : undefined;
	if (!isRecord(upload) || typeof href !== 'string' || !URL.canParse(href)) {
		throw new ProblemError({ code: 'protocol', detail: 'The Hub named no address for a large file.' });
	}
	const header = isRecord(upload.header) ? upload.header : {};
	if (header.chunk_size === undefined) {
		return { kind: 'basic', url: href };
	}
	const partBytes = Number(header.chunk_size);
	const urls = Object.entries(header)
		.filter((entry): entry is [string, string] => /^\d+$/.test(entry[0]) && typeof entry[1] === 'string')
		.sort(([a], [b]) => Number(a) - Number(b))
		.map(([, url]) => url);
	if (!(partBytes > 0) || urls.length !== Math.ceil(size / partBytes)) {
		throw new ProblemError({
			code: 'protocol',
			detail: 'The Hub named another number of parts than there are.',
		});
	}
	return { kind: 'multipart', completeUrl: href, partBytes, urls };
}
