import type { Output, OutputKind, OutputOf, ScoredLabel, Span } from '../shared/output';
import { isRecord } from '../util/isRecord';

type Fields = Readonly<Record<string, unknown>>;

const READERS: { readonly [K in OutputKind]: (fields: Fields) => OutputOf<K> | undefined } = {
	text: ({ text }) => (typeof text === 'string' ? { kind: 'text', text } : undefined),
	chat: ({ content, reasoning }) =>
		typeof content === 'string' && typeof reasoning === 'string'
			? { kind: 'chat', content, reasoning }
			: undefined,
	labels: ({ labels }) =>
		Array.isArray(labels) && labels.every(isScoredLabel) ? { kind: 'labels', labels } : undefined,
	spans: ({ text, spans }) =>
		typeof text === 'string' && Array.isArray(spans) && spans.every(isSpan)
			? { kind: 'spans', text, spans }
			: undefined,
};

/** Reads an output from a file of the history; nothing if it is not one of the kinds that are known. */
export function readOutput(value: unknown): Output | undefined {
	if (!isRecord(value) || typeof value.kind !== 'string' || !Object.hasOwn(READERS, value.kind)) {
		return undefined;
	}
	return READERS[value.kind as OutputKind](value);
}

function isScoredLabel(value: unknown): value is ScoredLabel {
	return isRecord(value) && typeof value.label === 'string' && typeof value.score === 'number';
}

function isSpan(value: unknown): value is Span {
	return (
		isScoredLabel(value) && isRecord(value) && Number.isInteger(value.start) && Number.isInteger(value.end)
	);
}
