import type { OutputOf } from '../../shared/output';
import { illegalAnswer } from './illegalAnswer';
import { readNumbers } from './readNumbers';

/** How alike each of the other sentences is to the first: `[0.66, 0.93]`. */
export function readSimilarity(answer: unknown, given: readonly string[]): OutputOf<'similarity'> {
	const [source = '', ...sentences] = given;
	const scores = readNumbers(answer);
	if (scores?.length !== sentences.length) {
		throw illegalAnswer(`${sentences.length} numbers, one per text`, answer);
	}
	return { kind: 'similarity', source, sentences, scores };
}
