import type { TaskGroup } from '../inference/taskDescription';
import { tasks } from '../inference/tasks';
import { TASKS, type Task } from '../shared/task';
import { mainKind } from './mainKind';
import type { Material } from './material';

/** A row of the list that a task is chosen from. */
export type TaskRow =
	| { readonly kind: 'group'; readonly label: string }
	| { readonly kind: 'task'; readonly task: Task };

/** The groups in their order, and what they are called. */
const GROUPS = {
	text: 'Text',
	questions: 'Questions',
	similarity: 'Meaning',
	images: 'Images',
	sounds: 'Sounds',
	tables: 'Tables',
} as const satisfies Record<TaskGroup, string>;

/** The tasks for what there is to run on, by groups, and before them the one that was chosen the last time. */
export function taskRows(last: Task | undefined, material: Material): readonly TaskRow[] {
	const fitting = TASKS.filter(task => fits(task, material));
	const recent = fitting.filter(task => task === last);
	const rows = (label: string, list: readonly Task[]): readonly TaskRow[] =>
		list.length === 0
			? []
			: [{ kind: 'group', label }, ...list.map(task => ({ kind: 'task', task }) as const)];
	return [
		...rows('Last used', recent),
		...Object.entries(GROUPS).flatMap(([group, label]) =>
			rows(
				label,
				fitting.filter(task => tasks[task].group === group && task !== last),
			),
		),
	];
}

function fits(task: Task, material: Material): boolean {
	const kind = mainKind(task);
	switch (material.kind) {
		case 'none':
			return true;
		case 'file':
			return material.file.mimeType.startsWith(`${kind}/`);
		case 'text':
			return kind !== 'image' && kind !== 'audio';
	}
}
