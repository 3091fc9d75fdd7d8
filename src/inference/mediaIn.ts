import { isRecord } from '../util/isRecord';
import { bytesOfBase64 } from './outputs/bytesOfBase64';

/** A picture, sound or film that an answer holds, or the address at which it is. */
export type MediaReference = { readonly bytes: Uint8Array } | { readonly url: URL };

/**
 * Where providers put what they made: `{data: [{b64_json | url}]}` (OpenAI's form: deepinfra, nscale, together), `{images: [{url}]}`,
 * `{image | video | audio | audio_file: {url}}` (fal), `{output: url | [url]}` (replicate), `{data: {outputs: [url]}}` (wavespeed),
 * `{outputs: {video_url}}` (together), `{videos: [{video_url}]}` (novita), `{image_result: [{url}]}` (Z.ai). The first one found counts.
 */
export function mediaIn(answer: unknown): MediaReference | undefined {
	if (typeof answer === 'string') {
		return referenceOf(answer);
	}
	if (Array.isArray(answer)) {
		return mediaIn(answer[0]);
	}
	if (!isRecord(answer)) {
		return undefined;
	}
	for (const key of KEYS) {
		const found = answer[key] === undefined ? undefined : mediaIn(answer[key]);
		if (found) {
			return found;
		}
	}
	return undefined;
}

const KEYS = [
	'b64_json',
	'url',
	'video_url',
	'images',
	'image',
	'video',
	'videos',
	'audio',
	'audio_file',
	'image_result',
	'outputs',
	'output',
	'data',
] as const;

function referenceOf(text: string): MediaReference | undefined {
	if (/^https?:\/\//.test(text) && URL.canParse(text)) {
		return { url: new URL(text) };
	}
	const bytes = bytesOfBase64(text);
	return bytes && { bytes };
}
