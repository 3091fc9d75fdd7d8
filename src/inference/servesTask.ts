import type { Task } from '../shared/task';
import type { ProviderEntry } from './providerMapping';

/** Two tasks that hf-inference serves with the same models, at routes of their own. */
const EMBEDDINGS: readonly string[] = ['feature-extraction', 'sentence-similarity'];

/** Whether a provider's offer of a model is one for the task. */
export function servesTask({ provider, task: offered }: ProviderEntry, task: Task): boolean {
	return (
		offered === task ||
		(provider === 'hf-inference' && EMBEDDINGS.includes(offered) && EMBEDDINGS.includes(task))
	);
}
