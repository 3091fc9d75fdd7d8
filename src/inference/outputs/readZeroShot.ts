import type { OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { readLabels } from './readLabels';

/**
 * Scores of the user's own labels: `[{label, score}]`, or the older `{labels: [], scores: []}`, by itself or in a list (which
 * the client package refuses).
 */
export function readZeroShot(answer: unknown): OutputOf<'labels'> {
	const first: unknown = Array.isArray(answer) ? answer[0] : answer;
	if (!isRecord(first) || !Array.isArray(first.labels) || !Array.isArray(first.scores)) {
		return readLabels(answer);
	}
	const { scores } = first;
	return readLabels(first.labels.map((label: unknown, at) => ({ label, score: scores[at] as unknown })));
}
