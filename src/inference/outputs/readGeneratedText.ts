import type { OutputOf } from '../../shared/output';
import { illegalAnswer } from './illegalAnswer';
import { isRecord } from '../../util/isRecord';

/** Summaries and translations: `[{[field]: string}]`, one element per input, or the bare object. */
export function readGeneratedText(
	answer: unknown,
	field: 'summary_text' | 'translation_text',
): OutputOf<'text'> {
	const first: unknown = Array.isArray(answer) ? answer[0] : answer;
	const text = isRecord(first) ? first[field] : undefined;
	if (typeof text !== 'string') {
		throw illegalAnswer(`a text in “${field}”`, answer);
	}
	return { kind: 'text', text };
}
