import type { Mask, Media, OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { bytesOfBase64 } from './bytesOfBase64';
import { illegalAnswer } from './illegalAnswer';
import { readScore } from './readScore';

/** Parts of a picture: `[{label, score, mask}]`, each mask a PNG in base64. Semantic segmentation gives no scores. */
export function readMasks(answer: unknown, image: Media): OutputOf<'masks'> {
	if (!Array.isArray(answer)) {
		throw illegalAnswer('a list of masks', answer);
	}
	return { kind: 'masks', image, masks: answer.map(readMask) };
}

function readMask(element: unknown): Mask<Media> {
	const bytes = isRecord(element) ? bytesOfBase64(element.mask) : undefined;
	if (isRecord(element) && typeof element.label === 'string' && bytes) {
		const score = readScore(element.score);
		return {
			label: element.label,
			mask: { mimeType: 'image/png', bytes },
			...(score !== undefined && { score }),
		};
	}
	throw illegalAnswer('masks with a label and a picture', element);
}
