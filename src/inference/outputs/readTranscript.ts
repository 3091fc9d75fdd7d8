import type { Media, OutputOf, TranscriptChunk } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { illegalAnswer } from './illegalAnswer';

/**
 * What was said: `{text, chunks?: [{text, timestamp: [start, end]}]}`, or `segments: [{text, start, end}]` as OpenAI's form has them;
 * some providers call the text `output`, or put it into one. The end of the last chunk is missing where the recording breaks off.
 */
export function readTranscript(answer: unknown, audio: Media): OutputOf<'transcript'> {
	const text = textIn(answer);
	if (text === undefined) {
		throw illegalAnswer('a text in “text”', answer);
	}
	const chunks = isRecord(answer) ? chunksIn(answer.chunks ?? answer.segments) : [];
	return { kind: 'transcript', text: text.trim(), audio, ...(chunks.length > 0 && { chunks }) };
}

function textIn(answer: unknown): string | undefined {
	if (typeof answer === 'string') {
		return answer;
	}
	if (Array.isArray(answer)) {
		return textIn(answer[0]);
	}
	if (!isRecord(answer)) {
		return undefined;
	}
	const { text, transcription, translation, output } = answer;
	const own = [text, transcription, translation].find(one => typeof one === 'string');
	return typeof own === 'string' ? own : output === undefined ? undefined : textIn(output);
}

function chunksIn(value: unknown): readonly TranscriptChunk[] {
	return Array.isArray(value) ? value.flatMap(one => readChunk(one) ?? []) : [];
}

function readChunk(element: unknown): TranscriptChunk | undefined {
	if (!isRecord(element) || typeof element.text !== 'string') {
		return undefined;
	}
	const times: readonly unknown[] = Array.isArray(element.timestamp)
		? element.timestamp
		: [element.start, element.end];
	const [start, end] = times;
	return typeof start === 'number'
		? { text: element.text, start, ...(typeof end === 'number' && { end }) }
		: undefined;
}
