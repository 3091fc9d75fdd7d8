import type { Box, Media, OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { illegalAnswer } from './illegalAnswer';
import { readScore } from './readScore';

const EDGES = ['xmin', 'ymin', 'xmax', 'ymax'] as const;

/** Things in a picture: `[{label, score, box: {xmin, ymin, xmax, ymax}}]` in its pixels; an empty list where nothing was found. */
export function readBoxes(answer: unknown, image: Media): OutputOf<'boxes'> {
	if (!Array.isArray(answer)) {
		throw illegalAnswer('a list of boxes', answer);
	}
	return { kind: 'boxes', image, boxes: answer.map(readBox).sort((a, b) => b.score - a.score) };
}

function readBox(element: unknown): Box {
	const score = isRecord(element) ? readScore(element.score) : undefined;
	const box: unknown = isRecord(element) ? element.box : undefined;
	if (isRecord(element) && isRecord(box) && typeof element.label === 'string' && score !== undefined) {
		const edges = EDGES.map(edge => [edge, box[edge]] as const);
		if (edges.every(([, edge]) => Number.isFinite(edge))) {
			return {
				label: element.label,
				score,
				...(Object.fromEntries(edges) as Pick<Box, (typeof EDGES)[number]>),
			};
		}
	}
	throw illegalAnswer('boxes with a label, a score and four edges', element);
}
