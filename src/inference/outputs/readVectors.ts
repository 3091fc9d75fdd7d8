import type { OutputOf } from '../../shared/output';
import { illegalAnswer } from './illegalAnswer';
import { meanVector } from './meanVector';
import { openAiVectors } from './openAiVectors';

/** The vectors of several texts, in their order: a list of what the vector of one text may be. */
export function readVectors(answer: unknown, texts: readonly string[]): OutputOf<'vectors'> {
	const list = openAiVectors(answer) ?? answer;
	const vectors = Array.isArray(list) ? list.flatMap(one => [meanVector(one, 2) ?? []]) : [];
	const [first] = vectors;
	const isWhole =
		vectors.length === texts.length && vectors.every(({ length }) => length > 0 && length === first?.length);
	if (!isWhole) {
		throw illegalAnswer(`${texts.length} vectors of one length, one per text`, answer);
	}
	return { kind: 'vectors', texts, vectors };
}
