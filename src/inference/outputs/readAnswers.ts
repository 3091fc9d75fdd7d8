import type { AnswerSpan, OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { illegalAnswer } from './illegalAnswer';
import { readScore } from './readScore';
import { textOffsets } from './textOffsets';

/**
 * Answers out of a text: `{answer, score, start, end}`, or a list of them. Servers count in characters of their own language,
 * so an offset is believed where the answer stands there; else the answer is looked for.
 */
export function readAnswers(answer: unknown, question: string, context: string): OutputOf<'answer'> {
	const list: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
	if (list.length === 0) {
		throw illegalAnswer('an answer', answer);
	}
	const answers = list.map(one => readAnswer(one, context)).sort((a, b) => b.score - a.score);
	return { kind: 'answer', context, question, answers };
}

function readAnswer(element: unknown, context: string): AnswerSpan {
	const score = isRecord(element) ? readScore(element.score) : undefined;
	if (!isRecord(element) || typeof element.answer !== 'string' || score === undefined) {
		throw illegalAnswer('answers with scores from 0 to 1', element);
	}
	const { answer: text } = element;
	const start = text === '' ? undefined : startOf(text, element.start, context);
	return start === undefined
		? { text, score, start: 0, end: 0 }
		: { text, score, start, end: start + text.length };
}

function startOf(text: string, claimed: unknown, context: string): number | undefined {
	const starts = typeof claimed === 'number' ? textOffsets(context).map(read => read(claimed)) : [];
	const stated = starts.find(start => start !== undefined && context.startsWith(text, start));
	const found = context.indexOf(text);
	return stated ?? (found < 0 ? undefined : found);
}
