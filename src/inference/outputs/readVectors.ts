import type { OutputOf } from '../../shared/output';
import { illegalAnswer } from './illegalAnswer';
import { meanVector } from './meanVector';
import { openAiVectors } from './openAiVectors';

/** The vectors of several texts, in their order: a list of what the vector of one text may be. */
export function readVectors(answer: unknown, texts: readonly string[]): OutputOf<'vectors'> {
	const list = openAiVectors(answer) ?? answer;
	const means = Array.isArray(list) ? list.map(one => meanVector(one, 2)) : [];
	const vectors = means.map(mean => mean?.values ?? []);
	const [first] = vectors;
	const isWhole =
		vectors.length === texts.length && vectors.every(({ length }) => length > 0 && length === first?.length);
	if (!isWhole) {
		throw illegalAnswer(`${texts.length} vectors of one length, one per text`, answer);
	}
	const tokens = means.map(mean => mean?.of ?? 1);
	return { kind: 'vectors', texts, vectors, ...(tokens.some(count => count > 1) && { tokens }) };
}
