import { decodePng, type Pixels } from './png';

/** What can be read off the bytes of a picture. */
export interface ImageFacts {
	readonly format: 'PNG' | 'JPEG' | 'GIF' | 'WebP';
	readonly width: number;
	readonly height: number;
	/** Only of a PNG of 8 bits; the other formats are not decoded. */
	readonly pixels: Pixels | undefined;
}

/** The size in a JPEG's frame header. */
function jpegSize(file: Buffer): { readonly width: number; readonly height: number } | undefined {
	for (let at = 2; at + 9 < file.length && file[at] === 0xff;) {
		const marker = file[at + 1] ?? 0;
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) {
			return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
		}
		at += 2 + file.readUInt16BE(at + 2);
	}
	return undefined;
}

/** Format and size of a picture, and its pixels where they can be decoded; undefined if it is none that is known. */
export function readImage(bytes: Uint8Array): ImageFacts | undefined {
	const file = Buffer.from(bytes);
	const begin = file.toString('latin1', 0, 12);
	if (begin.startsWith('\x89PNG') && file.length > 24) {
		return {
			format: 'PNG',
			width: file.readUInt32BE(16),
			height: file.readUInt32BE(20),
			pixels: decodePng(file),
		};
	}
	if (begin.startsWith('GIF8') && file.length >= 10) {
		return { format: 'GIF', width: file.readUInt16LE(6), height: file.readUInt16LE(8), pixels: undefined };
	}
	if (
		begin.startsWith('RIFF') &&
		begin.endsWith('WEBP') &&
		file.toString('latin1', 12, 16) === 'VP8X' &&
		file.length >= 30
	) {
		return {
			format: 'WebP',
			width: file.readUIntLE(24, 3) + 1,
			height: file.readUIntLE(27, 3) + 1,
			pixels: undefined,
		};
	}
	const size = file[0] === 0xff && file[1] === 0xd8 ? jpegSize(file) : undefined;
	return size && { format: 'JPEG', ...size, pixels: undefined };
}
