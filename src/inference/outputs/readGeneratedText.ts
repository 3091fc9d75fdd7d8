import type { OutputOf } from '../../shared/output';
import { illegalAnswer } from './illegalAnswer';
import { isRecord } from '../../util/isRecord';

/**
 * Summaries, translations and descriptions: `[{[field]: string}]`, one element per input, or the bare object; the client
 * package refuses the bare one for texts and the list for pictures. Z.ai reads pictures into `md_results`.
 */
export function readGeneratedText(
	answer: unknown,
	field: 'summary_text' | 'translation_text' | 'generated_text',
): OutputOf<'text'> {
	const first: unknown = Array.isArray(answer) ? answer[0] : answer;
	const text = isRecord(first) ? (first[field] ?? first.md_results) : undefined;
	if (typeof text !== 'string') {
		throw illegalAnswer(`a text in “${field}”`, answer);
	}
	return { kind: 'text', text };
}
