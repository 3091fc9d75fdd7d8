import { drawImage } from '../images/drawImage';
import type { Pixels } from '../images/png';
import { encodeMp4 } from './mp4';

const side = 64;
const step = 8;

/** The picture of a prompt, moved on by a cell in every frame. */
export function drawVideo(prompt: string, frames: number): Buffer {
	return rolling(drawImage(prompt, side, side), frames);
}

/** A picture that rolls sideways, made as large as the other films are. */
export function rollImage(pixels: Pixels, frames: number): Buffer {
	return rolling(scaled(pixels), frames);
}

function rolling(pixels: Pixels, frames: number): Buffer {
	return encodeMp4(Array.from(Array(frames).keys(), frame => shifted(pixels, frame * step)));
}

function shifted({ width, height, data }: Pixels, by: number): Pixels {
	return made(width, height, (x, y) => pixel(data, width, (x + by) % width, y));
}

function scaled({ width, height, data }: Pixels): Pixels {
	return made(side, side, (x, y) =>
		pixel(data, width, Math.floor((x * width) / side), Math.floor((y * height) / side)),
	);
}

function made(width: number, height: number, at: (x: number, y: number) => Uint8Array): Pixels {
	const data = new Uint8Array(4 * width * height);
	for (let i = 0; i < width * height; i++) {
		data.set(at(i % width, Math.floor(i / width)), 4 * i);
	}
	return { width, height, data };
}

function pixel(data: Uint8Array, width: number, x: number, y: number): Uint8Array {
	return data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4);
}
