import type { Pixels } from '../images/png';
import { parameterSets, pictureUnit } from './h264';

const perSecond = 4;

function u32(...values: readonly number[]): Buffer {
	const bytes = Buffer.alloc(4 * values.length);
	values.forEach((value, at) => bytes.writeUInt32BE(value, 4 * at));
	return bytes;
}

function u16(...values: readonly number[]): Buffer {
	const bytes = Buffer.alloc(2 * values.length);
	values.forEach((value, at) => bytes.writeUInt16BE(value, 2 * at));
	return bytes;
}

function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
	const body = Buffer.concat(parts);
	return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

const matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

/** How a picture is to be decoded (ISO/IEC 14496-15): the parameter sets, and lengths of four bytes before each unit. */
function sampleEntry(width: number, height: number): Buffer {
	const { sequence, picture } = parameterSets(width, height);
	const configuration = box(
		'avcC',
		Buffer.from([1, sequence[1] ?? 0, sequence[2] ?? 0, sequence[3] ?? 0, 0xff, 0xe1]),
		u16(sequence.length),
		sequence,
		Buffer.from([1]),
		u16(picture.length),
		picture,
	);
	return box(
		'avc1',
		u16(0, 0, 0, 1),
		Buffer.alloc(16),
		u16(width, height),
		u32(0x480000, 0x480000, 0),
		u16(1),
		Buffer.alloc(32),
		u16(24, 0xffff),
		configuration,
	);
}

function movie(width: number, height: number, sizes: readonly number[], offset: number): Buffer {
	const count = sizes.length;
	const table = box(
		'stbl',
		box('stsd', u32(0, 1), sampleEntry(width, height)),
		box('stts', u32(0, 1, count, 1)),
		box('stsc', u32(0, 1, 1, count, 1)),
		box('stsz', u32(0, 0, count, ...sizes)),
		box('stco', u32(0, 1, offset)),
	);
	const media = box(
		'mdia',
		box('mdhd', u32(0, 0, 0, perSecond, count), u16(0x55c4, 0)),
		box('hdlr', u32(0, 0), Buffer.from('vide'), Buffer.alloc(13)),
		box('minf', box('vmhd', u32(1, 0, 0)), box('dinf', box('dref', u32(0, 1), box('url ', u32(1)))), table),
	);
	const track = box(
		'trak',
		box('tkhd', u32(3, 0, 0, 1, 0, count, 0, 0, 0, 0), matrix, u32(width << 16, height << 16)),
		media,
	);
	const header = box(
		'mvhd',
		u32(0, 0, 0, perSecond, count, 0x10000),
		u16(0x100, 0),
		u32(0, 0),
		matrix,
		Buffer.alloc(24),
		u32(2),
	);
	return box('moov', header, track);
}

/** Pictures of one size, whose sides are multiples of 16, as an MP4 file of four pictures a second (ISO/IEC 14496-12). */
export function encodeMp4(pictures: readonly Pixels[]): Buffer {
	const [{ width, height } = { width: 16, height: 16 }] = pictures;
	const samples = pictures.map((pixels, number) => {
		const unit = pictureUnit(pixels, number);
		return Buffer.concat([u32(unit.length), unit]);
	});
	const type = box('ftyp', Buffer.from('isom'), u32(0x200), Buffer.from('isomavc1'));
	const sizes = samples.map(({ length }) => length);
	const { length } = movie(width, height, sizes, 0);
	const content = box('mdat', ...samples);
	return Buffer.concat([type, movie(width, height, sizes, type.length + length + 8), content]);
}
