import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mediaType } from '../../../src/util/mediaType';

const FILES: ReadonlyArray<readonly [start: string, mimeType: string, shown: string]> = [
	['\x89PNG\r\n\x1a\n....', 'image/png', 'image'],
	['\xff\xd8\xff\xe0..JFIF', 'image/jpeg', 'image'],
	['GIF89a', 'image/gif', 'image'],
	['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp', 'image'],
	['\0\0\0\x1cftypavif', 'image/avif', 'image'],
	['BM\x36\0\0\0\0\0\0\0\x36', 'image/bmp', 'image'],
	['RIFF\x24\0\0\0WAVEfmt ', 'audio/wav', 'audio'],
	['fLaC\0', 'audio/flac', 'audio'],
	['OggS\0', 'audio/ogg', 'audio'],
	['ID3\x04', 'audio/mpeg', 'audio'],
	['\xff\xfb\x90\0', 'audio/mpeg', 'audio'],
	['\0\0\0\x20ftypM4A ', 'audio/mp4', 'audio'],
	['\0\0\0\x20ftypisom', 'video/mp4', 'video'],
	['\x1a\x45\xdf\xa3\x01', 'video/webm', 'video'],
	['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', 'file'],
	['<!-- x --><SVG onload="alert(1)">', 'image/svg+xml', 'file'],
	['<html><script>', 'application/octet-stream', 'file'],
	['', 'application/octet-stream', 'file'],
	['RIFF', 'application/octet-stream', 'file'],
];

describe('the type of a file, from its first bytes', () => {
	for (const [start, mimeType, shown] of FILES) {
		it(`${JSON.stringify(start.slice(0, 16))} is ${mimeType}`, () => {
			const type = mediaType(Buffer.from(start, 'latin1'));
			assert.deepEqual([type.mimeType, type.shown], [mimeType, shown]);
		});
	}
});
