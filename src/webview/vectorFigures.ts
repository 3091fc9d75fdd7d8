import type { Figure } from './formatMetrics';
import { shortFigure } from './shortFigure';

/** What is worth knowing of a vector: its dimensions, Euclidean norm, mean, and its least and greatest value. */
export function vectorFigures(values: readonly number[]): readonly Figure[] {
	let [squares, sum, min, max] = [0, 0, Infinity, -Infinity];
	for (const value of values) {
		squares += value * value;
		sum += value;
		min = Math.min(min, value);
		max = Math.max(max, value);
	}
	return [
		{
			text: `${new Intl.NumberFormat('en').format(values.length)} dimensions`,
			explanation: 'Length of the vector',
		},
		{
			text: `norm ${shortFigure(Math.sqrt(squares))}`,
			explanation: 'Euclidean norm; 1 for a normalized vector',
		},
		{ text: `mean ${shortFigure(sum / values.length)}`, explanation: 'Mean of the values' },
		{ text: `min ${shortFigure(min)}`, explanation: 'Least value' },
		{ text: `max ${shortFigure(max)}`, explanation: 'Greatest value' },
	];
}
