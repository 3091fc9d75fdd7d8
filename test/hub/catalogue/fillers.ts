import { hash32 } from '../digests';
import type { ModelSpec } from './makeModel';

const tasks = [
	'text-generation',
	'text-classification',
	'token-classification',
	'summarization',
	'translation',
	'fill-mask',
	'sentence-similarity',
	'image-classification',
] as const;

/** Models that only make the lists long enough to page through; id and tags say so. No provider serves them. */
export function fillerModels(count: number): readonly ModelSpec[] {
	return Array.from(Array(count).keys(), index => {
		const task = tasks[index % tasks.length] ?? tasks[0];
		const id = `generated/${task}-${String(index).padStart(3, '0')}`;
		return { id, task, tags: ['generated'], millions: 1 + (hash32(id) % 7000), downloads: 0, likes: 0 };
	});
}
