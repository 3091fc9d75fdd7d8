/** A kind of file that pictures, sounds and films come in. */
export interface MediaType {
	readonly mimeType: string;
	/** Of the file's name, without the dot. */
	readonly extension: string;
	/** How it may be shown; `file` is what a page never shows: drawings that are programs, and all that is not known. */
	readonly shown: 'image' | 'audio' | 'video' | 'file';
}

interface Signature extends MediaType {
	readonly at: number;
	/** As Latin-1; `.` stands for any byte. */
	readonly bytes: string;
}

/** The first bytes of the formats, each as its own specification gives them; the first that matches counts. */
const SIGNATURES: readonly Signature[] = [
	{ at: 0, bytes: '\x89PNG\r\n\x1a\n', mimeType: 'image/png', extension: 'png', shown: 'image' },
	{ at: 0, bytes: '\xff\xd8\xff', mimeType: 'image/jpeg', extension: 'jpg', shown: 'image' },
	{ at: 0, bytes: 'GIF8', mimeType: 'image/gif', extension: 'gif', shown: 'image' },
	{ at: 0, bytes: 'RIFF....WEBP', mimeType: 'image/webp', extension: 'webp', shown: 'image' },
	{ at: 4, bytes: 'ftypavif', mimeType: 'image/avif', extension: 'avif', shown: 'image' },
	{ at: 0, bytes: 'BM....\0\0\0\0', mimeType: 'image/bmp', extension: 'bmp', shown: 'image' },
	{ at: 0, bytes: 'RIFF....WAVE', mimeType: 'audio/wav', extension: 'wav', shown: 'audio' },
	{ at: 0, bytes: 'fLaC', mimeType: 'audio/flac', extension: 'flac', shown: 'audio' },
	{ at: 0, bytes: 'OggS', mimeType: 'audio/ogg', extension: 'ogg', shown: 'audio' },
	{ at: 0, bytes: 'ID3', mimeType: 'audio/mpeg', extension: 'mp3', shown: 'audio' },
	{ at: 0, bytes: '\xff\xfb', mimeType: 'audio/mpeg', extension: 'mp3', shown: 'audio' },
	{ at: 0, bytes: '\xff\xf3', mimeType: 'audio/mpeg', extension: 'mp3', shown: 'audio' },
	{ at: 0, bytes: '\xff\xf2', mimeType: 'audio/mpeg', extension: 'mp3', shown: 'audio' },
	{ at: 0, bytes: '\xff\xf1', mimeType: 'audio/aac', extension: 'aac', shown: 'audio' },
	{ at: 4, bytes: 'ftypM4A ', mimeType: 'audio/mp4', extension: 'm4a', shown: 'audio' },
	{ at: 0, bytes: '\x1aE\xdf\xa3', mimeType: 'video/webm', extension: 'webm', shown: 'video' },
	{ at: 4, bytes: 'ftyp', mimeType: 'video/mp4', extension: 'mp4', shown: 'video' },
];

const DRAWING: MediaType = { mimeType: 'image/svg+xml', extension: 'svg', shown: 'file' };
const UNKNOWN: MediaType = { mimeType: 'application/octet-stream', extension: 'bin', shown: 'file' };

/** How many of a file's first bytes tell its type. */
export const SNIFFED_BYTES = 512;

/** What a file is, told from its first bytes: what the other side calls it is not asked. */
export function mediaType(bytes: Uint8Array): MediaType {
	const found = SIGNATURES.find(signature => matches(bytes, signature));
	if (found) {
		const { mimeType, extension, shown } = found;
		return { mimeType, extension, shown };
	}
	const text = new TextDecoder().decode(bytes.subarray(0, SNIFFED_BYTES));
	return /<svg[\s>]/i.test(text) ? DRAWING : UNKNOWN;
}

function matches(bytes: Uint8Array, { at, bytes: expected }: Signature): boolean {
	return (
		bytes.length >= at + expected.length &&
		[...expected].every((char, index) => char === '.' || bytes[at + index] === char.charCodeAt(0))
	);
}
