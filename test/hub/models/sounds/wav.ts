/** A sound of one channel: samples from -1 to 1, and how many of them make a second. */
export interface Sound {
	readonly rate: number;
	readonly samples: Float32Array;
}

const headerBytes = 44;
const loudest = 32_767;

/** Reads a WAV file of 16-bit samples, of which it takes the first channel; undefined for anything else. */
export function decodeWav(bytes: Uint8Array): Sound | undefined {
	const file = Buffer.from(bytes);
	if (
		file.length < headerBytes ||
		file.toString('latin1', 0, 4) !== 'RIFF' ||
		file.toString('latin1', 8, 12) !== 'WAVE'
	) {
		return undefined;
	}
	let format: { readonly channels: number; readonly rate: number; readonly bits: number } | undefined;
	for (let at = 12; at + 8 <= file.length;) {
		const type = file.toString('latin1', at, at + 4);
		const length = file.readUInt32LE(at + 4);
		if (type === 'fmt ') {
			format = {
				channels: file.readUInt16LE(at + 10),
				rate: file.readUInt32LE(at + 12),
				bits: file.readUInt16LE(at + 22),
			};
		} else if (type === 'data' && format?.bits === 16 && format.channels > 0) {
			const data = file.subarray(at + 8, at + 8 + length);
			const frame = 2 * format.channels;
			const samples = Float32Array.from(
				Array(Math.floor(data.length / frame)).keys(),
				i => data.readInt16LE(i * frame) / loudest,
			);
			return { rate: format.rate, samples };
		}
		at += 8 + length + (length % 2);
	}
	return undefined;
}

/** Writes a WAV file of 16-bit samples and one channel. */
export function encodeWav({ rate, samples }: Sound): Buffer {
	const file = Buffer.alloc(headerBytes + 2 * samples.length);
	file.write('RIFF', 0, 'latin1');
	file.writeUInt32LE(file.length - 8, 4);
	file.write('WAVEfmt ', 8, 'latin1');
	file.writeUInt32LE(16, 16);
	file.writeUInt16LE(1, 20);
	file.writeUInt16LE(1, 22);
	file.writeUInt32LE(rate, 24);
	file.writeUInt32LE(2 * rate, 28);
	file.writeUInt16LE(2, 32);
	file.writeUInt16LE(16, 34);
	file.write('data', 36, 'latin1');
	file.writeUInt32LE(2 * samples.length, 40);
	samples.forEach((sample, i) =>
		file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * loudest), headerBytes + 2 * i),
	);
	return file;
}
