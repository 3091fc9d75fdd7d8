import type { Task } from '../shared/task';
import type { InputFields } from './inputs/inputField';
import type { TaskDescription } from './taskDescription';
import { tasks } from './tasks';

/**
 * Whether what a task takes is told in tokens: only texts go in, and none but words or figures come out, as its row of the table has it.
 * What is made of a picture or a sound, or is one, is not.
 */
export function readsTokens(task: Task): boolean {
	const { inputs, call }: TaskDescription = tasks[task];
	const fields: InputFields = inputs;
	const areTexts = Object.values(fields).every(({ kind }) => kind === 'text' || kind === 'list');
	return call.type === 'chat' || (areTexts && call.answer === 'json');
}
