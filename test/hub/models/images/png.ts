import { deflateSync, inflateSync } from 'node:zlib';

/** A picture as rows of red, green, blue and opacity, each 0 to 255. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	/** Four bytes for each pixel, row by row. */
	readonly data: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Samples per pixel of each color type. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The chunks of a PNG file by type; data that is spread over several is joined. */
function chunks(file: Buffer): ReadonlyMap<string, Buffer> {
	const found = new Map<string, Buffer>();
	for (let at = signature.length; at + 12 <= file.length;) {
		const length = file.readUInt32BE(at);
		const type = file.toString('latin1', at + 4, at + 8);
		found.set(
			type,
			Buffer.concat([found.get(type) ?? Buffer.alloc(0), file.subarray(at + 8, at + 8 + length)]),
		);
		at += length + 12;
	}
	return found;
}

function paeth(left: number, up: number, corner: number): number {
	const guess = left + up - corner;
	const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
	return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

/** Undoes the filters of a PNG's rows: each row begins with the number of its filter. */
function unfilter(raw: Uint8Array, rowBytes: number, height: number, pixelBytes: number): Uint8Array {
	const out = new Uint8Array(rowBytes * height);
	const at = (row: number, i: number) => (row < 0 || i < 0 ? 0 : (out[row * rowBytes + i] ?? 0));
	for (let row = 0; row < height; row++) {
		const filter = raw[row * (rowBytes + 1)] ?? 0;
		for (let i = 0; i < rowBytes; i++) {
			const [left, up, corner] = [at(row, i - pixelBytes), at(row - 1, i), at(row - 1, i - pixelBytes)];
			const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
			out[row * rowBytes + i] = (raw[row * (rowBytes + 1) + 1 + i] ?? 0) + predicted;
		}
	}
	return out;
}

/** One pixel in red, green, blue and opacity, from the samples of any color type. */
function color(samples: Uint8Array, type: number, palette: Uint8Array): readonly number[] {
	const [first = 0, second = 255] = samples;
	switch (type) {
		case 0:
			return [first, first, first, 255];
		case 3:
			return [...palette.subarray(3 * first, 3 * first + 3), 255];
		case 4:
			return [first, first, first, second];
		case 2:
			return [...samples, 255];
		default:
			return [...samples];
	}
}

/** Reads a PNG of 8 bits per sample that is not interlaced; undefined for anything else. */
export function decodePng(bytes: Uint8Array): Pixels | undefined {
	const file = Buffer.from(bytes);
	const parts = chunks(file);
	const header = parts.get('IHDR');
	const data = parts.get('IDAT');
	if (!file.subarray(0, 8).equals(signature) || header?.length !== 13 || !data) {
		return undefined;
	}
	const [width, height, depth, type] = [
		header.readUInt32BE(0),
		header.readUInt32BE(4),
		header[8],
		header[9] ?? 0,
	];
	const channels = channelsOf[type];
	if (depth !== 8 || channels === undefined || header[12] !== 0) {
		return undefined;
	}
	const samples = unfilter(inflateSync(data), width * channels, height, channels);
	const pixels = new Uint8Array(width * height * 4);
	for (let i = 0; i < width * height; i++) {
		pixels.set(
			color(samples.subarray(i * channels, (i + 1) * channels), type, parts.get('PLTE') ?? Buffer.alloc(0)),
			4 * i,
		);
	}
	return { width, height, data: pixels };
}

const crcTable = Uint32Array.from(Array(256).keys(), value => {
	let crc = value;
	for (let bit = 0; bit < 8; bit++) {
		crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
	}
	return crc;
});

function crc32(bytes: Uint8Array): number {
	return ~bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), ~0) >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Writes a PNG with opacity, without filters. */
export function encodePng({ width, height, data }: Pixels): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 6, 0, 0, 0], 8);
	const rows = Array.from(Array(height).keys(), row =>
		Buffer.concat([Buffer.of(0), data.subarray(row * width * 4, (row + 1) * width * 4)]),
	);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.concat(rows))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}
