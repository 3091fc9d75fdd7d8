import type { OutputOf, ScoredLabel } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { illegalAnswer } from './illegalAnswer';
import { readScore } from './readScore';

/**
 * Labels with probabilities: `[[{label, score}]]`, one inner list per input, or the flat list that some servers give.
 * The likeliest comes first.
 */
export function readLabels(answer: unknown): OutputOf<'labels'> {
	const list: unknown = Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer;
	if (!Array.isArray(list) || list.length === 0) {
		throw illegalAnswer('a list of labels', answer);
	}
	return { kind: 'labels', labels: list.map(readLabel).sort((a, b) => b.score - a.score) };
}

function readLabel(element: unknown): ScoredLabel {
	const score = isRecord(element) ? readScore(element.score) : undefined;
	if (isRecord(element) && typeof element.label === 'string' && score !== undefined) {
		return { label: element.label, score };
	}
	throw illegalAnswer('labels with scores from 0 to 1', element);
}
