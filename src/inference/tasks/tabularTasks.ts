import type { Task } from '../../shared/task';
import type { TaskInputs } from '../inputs/taskInputs';
import { readPredictions } from '../outputs/readPredictions';
import type { Payload } from '../payload';
import type { TaskDescription } from '../taskDescription';

const table = {
	kind: 'table',
	title: 'Table',
	help: 'Rows to judge, with the columns that the model was trained on; from CSV, TSV or JSON.',
} as const;

const ofTable = (inputs: TaskInputs): Payload => {
	const { columns, rows } = inputs.table('table');
	const data = columns.map((name, at) => [name, rows.map(row => row[at] ?? '')]);
	return { inputs: { data: Object.fromEntries(data) as unknown } };
};

/** The tasks that judge the rows of a table. */
export const tabularTasks = {
	'tabular-classification': {
		title: 'Classify Rows',
		help: 'Gives each row of a table a class.',
		icon: 'symbol-enum',
		group: 'tables',
		inputs: { table },
		parameters: {},
		output: 'table',
		call: {
			type: 'single',
			answer: 'json',
			payload: ofTable,
			read: (answer, inputs) => readPredictions(answer, inputs.table('table'), 'class'),
		},
	},
	'tabular-regression': {
		title: 'Predict Numbers for Rows',
		help: 'Gives each row of a table a number.',
		icon: 'graph-line',
		group: 'tables',
		inputs: { table },
		parameters: {},
		output: 'table',
		call: {
			type: 'single',
			answer: 'json',
			payload: ofTable,
			read: (answer, inputs) => readPredictions(answer, inputs.table('table'), 'prediction'),
		},
	},
} as const satisfies Partial<Record<Task, TaskDescription>>;
