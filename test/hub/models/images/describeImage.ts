import type { Scored } from '../classify';
import { softmax } from '../softmax';
import type { Pixels } from './png';
import type { ImageFacts } from './readImage';

const colors = {
	black: [0, 0, 0],
	blue: [40, 80, 220],
	brown: [120, 75, 40],
	gray: [128, 128, 128],
	green: [40, 160, 60],
	orange: [240, 140, 30],
	pink: [245, 150, 190],
	purple: [130, 50, 170],
	red: [215, 35, 40],
	white: [255, 255, 255],
	yellow: [245, 220, 50],
} as const;

export type ColorName = keyof typeof colors;

const colorNames = Object.keys(colors) as ColorName[];

function distance(name: ColorName, pixel: Uint8Array): number {
	const [red, green, blue] = colors[name];
	return Math.hypot(red - (pixel[0] ?? 0), green - (pixel[1] ?? 0), blue - (pixel[2] ?? 0));
}

function nearest(pixel: Uint8Array): ColorName {
	return colorNames.reduce((best, name) => (distance(name, pixel) < distance(best, pixel) ? name : best));
}

const pixelAt = ({ data, width }: Pixels, x: number, y: number) =>
	data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4);

/** How much of a picture each color has; together 1. */
export function colorShares(pixels: Pixels): ReadonlyMap<ColorName, number> {
	const shares = new Map<ColorName, number>();
	const total = pixels.width * pixels.height;
	for (let i = 0; i < total; i++) {
		const name = nearest(pixels.data.subarray(4 * i, 4 * i + 4));
		shares.set(name, (shares.get(name) ?? 0) + 1 / total);
	}
	return new Map([...shares].toSorted((a, b) => b[1] - a[1]));
}

/** Labels for what the picture looks like: its colors where they are known, else its shape. */
export function classifyImage({ pixels, width, height }: ImageFacts): readonly Scored[] {
	if (pixels) {
		return [...colorShares(pixels)].map(([label, score]) => ({ label, score }));
	}
	const ratio = Math.log2(width / height);
	const scores = softmax([4 * ratio, -4 * ratio, 2 - 8 * Math.abs(ratio)]);
	return ['landscape', 'portrait', 'square']
		.map((label, i) => ({ label, score: scores[i] ?? 0 }))
		.toSorted((a, b) => b.score - a.score);
}

/** The picture in a sentence or two, made of nothing but what was measured. */
export function captionImage(image: ImageFacts): string {
	const shape = image.width > image.height ? 'wide' : image.width < image.height ? 'tall' : 'square';
	const top = image.pixels ? [...colorShares(image.pixels).keys()].slice(0, 2) : [];
	const tint = top.length > 0 ? `, mostly ${top.join(' and ')}` : '';
	return `a ${shape} ${image.format} picture of ${image.width} by ${image.height} pixels${tint}`;
}

export interface Figure {
	readonly color: ColorName;
	/** Corners, in pixels; the last column and row are inside. */
	readonly box: {
		readonly xmin: number;
		readonly ymin: number;
		readonly xmax: number;
		readonly ymax: number;
	};
	/** How much of the box is figure. */
	readonly fill: number;
	/** Row by row, whether a pixel belongs to the figure. */
	readonly mask: readonly boolean[];
}

/** Whatever is not of the color of the picture's corner; undefined when all of it is. */
export function findFigure(pixels: Pixels): Figure | undefined {
	const { width, height } = pixels;
	const ground = nearest(pixelAt(pixels, 0, 0));
	const indexes = [...Array(width * height).keys()];
	const place = (i: number) => ({ x: i % width, y: Math.floor(i / width) });
	const mask = indexes.map(i => nearest(pixelAt(pixels, place(i).x, place(i).y)) !== ground);
	const inside = indexes.filter(i => mask[i]).map(place);
	const middle = inside[Math.floor(inside.length / 2)];
	if (!middle) {
		return undefined;
	}
	const bounds = (values: readonly number[]) =>
		values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
			Infinity,
			-Infinity,
		] as const);
	const [xmin, xmax] = bounds(inside.map(({ x }) => x));
	const [ymin, ymax] = bounds(inside.map(({ y }) => y));
	return {
		color: nearest(pixelAt(pixels, middle.x, middle.y)),
		box: { xmin, ymin, xmax, ymax },
		fill: inside.length / ((xmax - xmin + 1) * (ymax - ymin + 1)),
		mask,
	};
}
