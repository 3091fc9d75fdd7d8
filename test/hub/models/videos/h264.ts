import type { Pixels } from '../images/png';

/** Bits as H.264 writes them, the highest first. */
class Bits {
	private readonly bytes: number[] = [];
	private free = 0;

	put(value: number, count: number): this {
		for (let bit = count - 1; bit >= 0; bit--) {
			if (this.free === 0) {
				this.bytes.push(0);
				this.free = 8;
			}
			this.free--;
			this.bytes[this.bytes.length - 1] = (this.bytes.at(-1) ?? 0) | (((value >>> bit) & 1) << this.free);
		}
		return this;
	}

	/** Exp-Golomb codes, unsigned; a signed zero is the same. */
	codes(...values: readonly number[]): this {
		for (const value of values) {
			const length = Math.floor(Math.log2(value + 1));
			this.put(0, length).put(value + 1, length + 1);
		}
		return this;
	}

	/** Whole bytes, from the next boundary on. */
	raw(bytes: Iterable<number>): this {
		this.free = 0;
		for (const byte of bytes) {
			this.bytes.push(byte);
		}
		return this;
	}

	/** A one, and zeros up to the next boundary; then whatever looks like a start code is broken up. */
	unit(header: number): Buffer {
		this.put(1, 1);
		const escaped: number[] = [header];
		let zeros = 0;
		for (const byte of this.bytes) {
			if (zeros >= 2 && byte <= 3) {
				escaped.push(3);
				zeros = 0;
			}
			escaped.push(byte);
			zeros = byte === 0 ? zeros + 1 : 0;
		}
		return Buffer.from(escaped);
	}
}

const block = 16;

/** The sequence's and the picture's parameters (ITU-T H.264, 7.3.2.1 and 7.3.2.2): baseline, no prediction, no filter. */
export function parameterSets(
	width: number,
	height: number,
): { readonly sequence: Buffer; readonly picture: Buffer } {
	const sequence = new Bits()
		.raw([66, 0xc0, 10])
		.codes(0, 0, 2, 0)
		.put(0, 1)
		.codes(width / block - 1, height / block - 1)
		.put(0b1000, 4)
		.unit(0x67);
	const picture = new Bits()
		.codes(0, 0)
		.put(0, 2)
		.codes(0, 0, 0)
		.put(0, 3)
		.codes(0, 0, 0)
		.put(0b100, 3)
		.unit(0x68);
	return { sequence, picture };
}

/** One picture by itself, its blocks as plain samples (mb_type I_PCM, 7.3.5). Sides are multiples of 16. */
export function pictureUnit(pixels: Pixels, number: number): Buffer {
	const bits = new Bits()
		.codes(0, 7, 0)
		.put(0, 4)
		.codes(number % 2)
		.put(0, 2)
		.codes(0, 1);
	for (let top = 0; top < pixels.height; top += block) {
		for (let left = 0; left < pixels.width; left += block) {
			bits.codes(25).raw(samples(pixels, left, top));
		}
	}
	return bits.unit(0x65);
}

/** Brightness of each pixel, then the two colour differences of every second one of every second row (ITU-R BT.601). */
function samples({ data, width }: Pixels, left: number, top: number): number[] {
	const at = (x: number, y: number) => {
		const from = 4 * ((top + y) * width + left + x);
		return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0] as const;
	};
	const plane = (step: number, weights: readonly [number, number, number], base: number) => {
		const values: number[] = [];
		for (let y = 0; y < block; y += step) {
			for (let x = 0; x < block; x += step) {
				const [red, green, blue] = at(x, y);
				values.push(Math.round(base + (weights[0] * red + weights[1] * green + weights[2] * blue) / 256));
			}
		}
		return values;
	};
	return [
		...plane(1, [65.7, 129, 25.1], 16),
		...plane(2, [-37.9, -74.5, 112.4], 128),
		...plane(2, [112.4, -94.1, -18.3], 128),
	];
}
