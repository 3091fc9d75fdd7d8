import type { Task } from '../shared/task';
import type { TaskDescription } from './taskDescription';
import { audioTasks } from './tasks/audioTasks';
import { chatTask } from './tasks/chatTask';
import { imageTasks } from './tasks/imageTasks';
import { makingTasks } from './tasks/makingTasks';
import { questionTasks } from './tasks/questionTasks';
import { similarityTasks } from './tasks/similarityTasks';
import { tabularTasks } from './tasks/tabularTasks';
import { textTasks } from './tasks/textTasks';

/** Everything that is known about each task: a task without a row does not compile. Loads no client package. */
export const tasks = {
	...chatTask,
	...textTasks,
	...questionTasks,
	...similarityTasks,
	...imageTasks,
	...makingTasks,
	...audioTasks,
	...tabularTasks,
} as const satisfies Readonly<Record<Task, TaskDescription>>;
