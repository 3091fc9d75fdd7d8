import type {
	AnswerSpan,
	Box,
	Clip,
	Fill,
	KeptOutput,
	KeptOutputOf,
	Mask,
	MediaFile,
	OutputKind,
	ScoredLabel,
	Span,
	ToolCall,
	TranscriptChunk,
} from '../shared/output';
import { isRecord } from '../util/isRecord';
import { isMediaFile } from './isMediaFile';

type Fields = Readonly<Record<string, unknown>>;

const READERS: { readonly [K in OutputKind]: (fields: Fields) => KeptOutputOf<K> | undefined } = {
	text: ({ text }) => (isText(text) ? { kind: 'text', text } : undefined),
	chat: ({ content, reasoning, toolCalls }) =>
		isText(content) && isText(reasoning)
			? { kind: 'chat', content, reasoning, ...(isListOf(toolCalls, isToolCall) && { toolCalls }) }
			: undefined,
	labels: ({ labels }) => (isListOf(labels, isScoredLabel) ? { kind: 'labels', labels } : undefined),
	spans: ({ text, spans }) =>
		isText(text) && isListOf(spans, isSpan) ? { kind: 'spans', text, spans } : undefined,
	fills: ({ text, mask, fills }) =>
		isText(text) && isText(mask) && isListOf(fills, isFill)
			? { kind: 'fills', text, mask, fills }
			: undefined,
	answer: ({ context, question, answers }) =>
		isText(context) && isText(question) && isListOf(answers, isAnswerSpan)
			? { kind: 'answer', context, question, answers }
			: undefined,
	vector: ({ values, tokens }) =>
		isNumbers(values) ? { kind: 'vector', values, ...(isNumber(tokens) && { tokens }) } : undefined,
	vectors: ({ texts, vectors, tokens }) =>
		isTexts(texts) && isListOf(vectors, isNumbers) && vectors.length === texts.length
			? { kind: 'vectors', texts, vectors, ...(isNumbers(tokens) && { tokens }) }
			: undefined,
	similarity: ({ source, sentences, scores: kept }) => {
		// Earlier versions kept them as the only row of a table.
		const scores = isListOf(kept, isNumbers) ? kept[0] : kept;
		return isText(source) && isTexts(sentences) && isNumbers(scores) && scores.length === sentences.length
			? { kind: 'similarity', source, sentences, scores }
			: undefined;
	},
	table: ({ columns, rows, cells, answer, aggregator }) =>
		isListOf(columns, isText) && isListOf(rows, isTexts) && isListOf(cells, isPlace)
			? {
					kind: 'table',
					columns,
					rows,
					cells,
					...(isText(answer) && { answer }),
					...(isText(aggregator) && { aggregator }),
				}
			: undefined,
	image: ({ image }) => (isMediaFile(image) ? { kind: 'image', image } : undefined),
	boxes: ({ image, boxes }) =>
		isMediaFile(image) && isListOf(boxes, isBox) ? { kind: 'boxes', image, boxes } : undefined,
	masks: ({ image, masks }) =>
		isMediaFile(image) && isListOf(masks, isMask) ? { kind: 'masks', image, masks } : undefined,
	audio: ({ clips }) => (isListOf(clips, isClip) ? { kind: 'audio', clips } : undefined),
	transcript: ({ text, chunks, audio }) =>
		isText(text)
			? {
					kind: 'transcript',
					text,
					...(isListOf(chunks, isChunk) && { chunks }),
					...(isMediaFile(audio) && { audio }),
				}
			: undefined,
	video: ({ video }) => (isMediaFile(video) ? { kind: 'video', video } : undefined),
	json: ({ value }) => ({ kind: 'json', value }),
};

/** Reads an output from a file of the history; nothing if it is not one of the kinds that are known. */
export function readOutput(value: unknown): KeptOutput | undefined {
	if (!isRecord(value) || typeof value.kind !== 'string' || !Object.hasOwn(READERS, value.kind)) {
		return undefined;
	}
	return READERS[value.kind as OutputKind](value);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number';
}

function isListOf<T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] {
	return Array.isArray(value) && value.every(is);
}

function isTexts(value: unknown): value is readonly string[] {
	return isListOf(value, isText);
}

function isNumbers(value: unknown): value is readonly number[] {
	return isListOf(value, isNumber);
}

function isPlace(value: unknown): value is readonly [number, number] {
	return isNumbers(value) && value.length === 2 && value.every(Number.isInteger);
}

function isScoredLabel(value: unknown): value is ScoredLabel {
	return isRecord(value) && isText(value.label) && isNumber(value.score);
}

function isSpan(value: unknown): value is Span {
	return isScoredLabel(value) && isStretch(value);
}

function isFill(value: unknown): value is Fill {
	return isRecord(value) && isText(value.token) && isNumber(value.score) && isText(value.sequence);
}

function isAnswerSpan(value: unknown): value is AnswerSpan {
	return isRecord(value) && isText(value.text) && isNumber(value.score) && isStretch(value);
}

function isStretch(value: unknown): boolean {
	return isRecord(value) && Number.isInteger(value.start) && Number.isInteger(value.end);
}

function isBox(value: unknown): value is Box {
	return (
		isScoredLabel(value) &&
		isRecord(value) &&
		['xmin', 'ymin', 'xmax', 'ymax'].every(key => isNumber(value[key]))
	);
}

function isToolCall(value: unknown): value is ToolCall {
	return isRecord(value) && isText(value.id) && isText(value.name) && isText(value.arguments);
}

function isMask(value: unknown): value is Mask<MediaFile> {
	return isRecord(value) && isText(value.label) && isOptionalNumber(value.score) && isMediaFile(value.mask);
}

function isClip(value: unknown): value is Clip<MediaFile> {
	return isRecord(value) && (value.label === undefined || isText(value.label)) && isMediaFile(value.audio);
}

function isChunk(value: unknown): value is TranscriptChunk {
	return isRecord(value) && isText(value.text) && isNumber(value.start) && isOptionalNumber(value.end);
}

function isOptionalNumber(value: unknown): boolean {
	return value === undefined || isNumber(value);
}
