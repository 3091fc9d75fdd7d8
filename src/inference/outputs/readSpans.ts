import type { OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { alignSpans, type Entity } from './alignSpans';
import { illegalAnswer } from './illegalAnswer';
import { readScore } from './readScore';

/**
 * Entities: `[{entity_group, score, word, start, end}]`, or `[[…]]` with one inner list per input. Models without fast
 * tokenizers give `null` for `start` and `end`, and ungrouped tokens come with `entity` such as `B-PER`.
 */
export function readSpans(answer: unknown, text: string): OutputOf<'spans'> {
	const list: unknown = Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer;
	if (!Array.isArray(list)) {
		throw illegalAnswer('a list of entities', answer);
	}
	return { kind: 'spans', text, spans: alignSpans(text, list.map(readEntity)) };
}

function readEntity(element: unknown): Entity {
	if (isRecord(element)) {
		const label = element.entity_group ?? element.entity;
		const score = readScore(element.score);
		if (typeof label === 'string' && score !== undefined) {
			return {
				label: label.replace(/^[BI]-(?=.)/, ''),
				score,
				word: typeof element.word === 'string' ? element.word : '',
				...(Number.isInteger(element.start) && Number.isInteger(element.end)
					? { start: element.start as number, end: element.end as number }
					: {}),
			};
		}
	}
	throw illegalAnswer('entities with a label and a score', element);
}
