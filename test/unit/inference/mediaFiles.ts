import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileInput } from '../../../src/inference/inputs/inputValue';
import { encodePng } from '../../hub/models/images/png';
import { encodeWav } from '../../hub/models/sounds/wav';
import { speak } from '../../hub/models/sounds/speak';

/** A small picture and a short sound in a folder. */
export interface MediaFiles {
	readonly image: FileInput;
	readonly sound: FileInput;
	remove(): void;
}

/** In `folder`, else in one of their own. */
export function makeMediaFiles(folder = mkdtempSync(path.join(tmpdir(), 'hf-media-'))): MediaFiles {
	const write = (name: string, mimeType: string, bytes: Uint8Array): FileInput => {
		const file = path.join(folder, name);
		writeFileSync(file, bytes);
		return { uri: pathToFileURL(file).href, name, mimeType };
	};
	return {
		image: write('red.png', 'image/png', redRectangle()),
		sound: write('speech.wav', 'audio/wav', encodeWav(speak('Good morning to all of you'))),
		remove: () => rmSync(folder, { recursive: true }),
	};
}

/** A red rectangle on white, as a PNG of 48 by 32 pixels. */
export function redRectangle(): Buffer {
	const [width, height] = [48, 32];
	const data = new Uint8Array(width * height * 4).fill(255);
	for (let y = 8; y < 24; y++) {
		for (let x = 12; x < 36; x++) {
			data.set([215, 35, 40, 255], 4 * (y * width + x));
		}
	}
	return encodePng({ width, height, data });
}
