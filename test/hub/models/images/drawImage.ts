import { hash32 } from '../../digests';
import { contentWords } from '../text';
import type { Pixels } from './png';

const cells = 8;

/** A mirrored pattern of cells in two colors, both made from the words of the prompt. */
export function drawImage(prompt: string, width: number, height: number): Pixels {
	const words = contentWords(prompt);
	const [ink, paper] = [hash32(`ink ${words.join(' ')}`), hash32(`paper ${prompt}`)];
	const isInk = (column: number, row: number) => {
		const mirrored = Math.min(column, cells - 1 - column);
		return (
			hash32(`${words[(row + mirrored) % Math.max(1, words.length)] ?? prompt} ${mirrored} ${row}`) % 2 === 0
		);
	};
	const data = new Uint8Array(width * height * 4);
	for (let i = 0; i < width * height; i++) {
		const [x, y] = [i % width, Math.floor(i / width)];
		const color = isInk(Math.floor((x * cells) / width), Math.floor((y * cells) / height)) ? ink : paper;
		data.set([color & 255, (color >>> 8) & 255, (color >>> 16) & 255, 255], 4 * i);
	}
	return { width, height, data };
}

/** The picture with every color turned into its opposite. */
export function invertImage({ width, height, data }: Pixels): Pixels {
	return { width, height, data: data.map((value, i) => (i % 4 === 3 ? value : 255 - value)) };
}
