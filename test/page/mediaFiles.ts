import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MediaFile } from '../../src/shared/output';
import { drawImage } from '../hub/models/images/drawImage';
import { encodePng } from '../hub/models/images/png';
import { speak } from '../hub/models/sounds/speak';
import { encodeWav } from '../hub/models/sounds/wav';

export const IMAGE_SIZE = { width: 480, height: 320 } as const;

/** A mask of the picture's size: a soft disc. */
function disc(centerX: number, centerY: number, radius: number): Uint8Array {
	const { width, height } = IMAGE_SIZE;
	const data = new Uint8Array(width * height * 4);
	for (let at = 0; at < width * height; at++) {
		const distance = Math.hypot((at % width) - centerX, Math.floor(at / width) - centerY);
		const light = Math.round(Math.min(1, Math.max(0, (radius - distance) / 8)) * 255);
		data.set([light, light, light, 255], at * 4);
	}
	return encodePng({ width, height, data });
}

const bytes = {
	'0.png': () => encodePng(drawImage('a quiet lake at dawn', IMAGE_SIZE.width, IMAGE_SIZE.height)),
	'1.png': () => disc(140, 160, 90),
	'2.png': () => disc(340, 120, 70),
	'0.wav': () => encodeWav(speak('the quick brown fox jumps over the lazy dog')),
	'0.webm': () => readFileSync(path.resolve(__dirname, '../fixtures/media/ball.webm')),
	'0.svg': () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="parent.pwned = true"/>'),
	'broken.png': () => Buffer.from('no picture'),
} as const;

export type MediaName = keyof typeof bytes;

const made = new Map<string, Uint8Array>();

/** What a file of the runs that are shown holds; every run has the same ones. */
export function mediaBytes(name: string): Uint8Array | undefined {
	if (!made.has(name) && Object.hasOwn(bytes, name)) {
		made.set(name, bytes[name as MediaName]());
	}
	return made.get(name);
}

const TYPES: Readonly<Record<string, string>> = {
	png: 'image/png',
	wav: 'audio/wav',
	webm: 'video/webm',
	svg: 'image/svg+xml',
};

export function mediaFile(name: MediaName): MediaFile {
	return { name, mimeType: TYPES[name.split('.').at(-1) ?? ''] ?? '', size: mediaBytes(name)?.length ?? 0 };
}
