import type { Clip, Media, OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { bytesOfBase64 } from './bytesOfBase64';
import { illegalAnswer } from './illegalAnswer';

/** Sounds made from one: `[{label, "content-type", blob}]`, each blob in base64. */
export function readClips(answer: unknown): OutputOf<'audio'> {
	if (!Array.isArray(answer) || answer.length === 0) {
		throw illegalAnswer('a list of sounds', answer);
	}
	return { kind: 'audio', clips: answer.map(readClip) };
}

function readClip(element: unknown): Clip<Media> {
	const bytes = isRecord(element) ? bytesOfBase64(element.blob) : undefined;
	if (!isRecord(element) || !bytes) {
		throw illegalAnswer('sounds in base64', element);
	}
	const { label, 'content-type': type } = element;
	const mimeType = typeof type === 'string' && type.startsWith('audio/') ? type : 'audio/wav';
	return { audio: { mimeType, bytes }, ...(typeof label === 'string' && { label }) };
}
