import { hash32 } from '../digests';
import { contentWords, countWords } from './text';

const dimensions = 384;

function trigrams(word: string): readonly string[] {
	const padded = `^${word}$`;
	return Array.from(Array(Math.max(1, padded.length - 2)).keys(), i => padded.slice(i, i + 3));
}

/**
 * A vector of 384 numbers: every content word and every three letters of one add or subtract at a place chosen by
 * their hash, so that texts with the same words point the same way. With `normalize`, of length 1.
 */
export function embed(text: string, normalize = true): readonly number[] {
	const vector = new Array<number>(dimensions).fill(0);
	const add = (feature: string, weight: number) => {
		const hash = hash32(feature);
		const place = hash % dimensions;
		vector[place] = (vector[place] ?? 0) + (hash & 0x10000 ? weight : -weight);
	};
	for (const [word, count] of countWords(contentWords(text))) {
		const weight = 1 + Math.log(count);
		add(`word:${word}`, weight);
		const parts = trigrams(word);
		for (const part of parts) {
			add(`part:${part}`, (0.6 * weight) / Math.sqrt(parts.length));
		}
	}
	const length = Math.hypot(...vector);
	return normalize && length > 0 ? vector.map(value => value / length) : vector;
}

/** The cosine of the angle between two vectors, between -1 and 1; 0 when either has no length. */
export function cosine(a: readonly number[], b: readonly number[]): number {
	const dot = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
	const lengths = Math.hypot(...a) * Math.hypot(...b);
	return lengths === 0 ? 0 : dot / lengths;
}
