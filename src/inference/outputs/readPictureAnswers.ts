import type { OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { illegalAnswer } from './illegalAnswer';
import { readLabels } from './readLabels';

/** Answers from a picture: `[{answer, score}]`; the client package keeps only the first. Models that write instead of choose give no score. */
export function readPictureAnswers(answer: unknown): OutputOf<'labels'> {
	const list: readonly unknown[] = Array.isArray(answer) ? answer.flat() : [answer];
	if (list.length === 0) {
		throw illegalAnswer('a list of answers', answer);
	}
	return readLabels(list.map(one => (isRecord(one) ? { label: one.answer, score: one.score ?? 1 } : one)));
}
