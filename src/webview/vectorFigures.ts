import { vectorNorm } from '../shared/vectorNorm';
import type { Figure } from './formatMetrics';
import { shortFigure } from './shortFigure';

/**
 * What is worth knowing of a vector: its dimensions, Euclidean norm, mean, and its least and greatest value; and that it is the mean of
 * the vectors of so many `tokens`, where the model gave one for each.
 */
export function vectorFigures(values: readonly number[], tokens?: number): readonly Figure[] {
	let [sum, min, max] = [0, Infinity, -Infinity];
	for (const value of values) {
		sum += value;
		min = Math.min(min, value);
		max = Math.max(max, value);
	}
	const number = new Intl.NumberFormat('en');
	return [
		{
			text: `${number.format(values.length)} dimensions`,
			explanation: 'Length of the vector',
		},
		...(tokens === undefined
			? []
			: [
					{
						text: `mean of ${number.format(tokens)} token vectors`,
						explanation: 'The model gave a vector for each token of the text; this is their mean',
					},
				]),
		{
			text: `norm ${shortFigure(vectorNorm(values))}`,
			explanation: 'Euclidean norm; 1 for a normalized vector',
		},
		{ text: `mean ${shortFigure(sum / values.length)}`, explanation: 'Mean of the values' },
		{ text: `min ${shortFigure(min)}`, explanation: 'Least value' },
		{ text: `max ${shortFigure(max)}`, explanation: 'Greatest value' },
	];
}
