import type { RunArguments } from '../api';
import { isTask, TASKS } from '../shared/task';
import { isRecord } from '../util/isRecord';
import { isUri } from './isUri';

/** What a command was called with, or the sentence that says what is wrong with it. */
export type RunArgumentsReading = { readonly value: RunArguments } | { readonly error: string };

const OBJECTS = ['inputs', 'parameters'] as const;
const TEXTS = ['model', 'text', 'target', 'instruction'] as const;

/**
 * Reads what `hfWorkbench.run` was called with. Keybindings and other extensions give an object; a menu gives the
 * document's URI, the palette nothing, and both mean: ask for everything.
 */
export function readRunArguments(value: unknown): RunArgumentsReading {
	if (value === undefined || value === null || isUri(value)) {
		return { value: {} };
	}
	if (!isRecord(value)) {
		return { error: 'The arguments of Run must be an object.' };
	}
	if (value.task !== undefined && !isTask(value.task)) {
		return { error: `“task” must be one of ${TASKS.join(', ')}.` };
	}
	for (const name of TEXTS) {
		const text = value[name];
		if (text !== undefined && (typeof text !== 'string' || text.trim() === '')) {
			return { error: `“${name}” must be a text that is not blank.` };
		}
	}
	for (const name of OBJECTS) {
		if (value[name] !== undefined && !isRecord(value[name])) {
			return { error: `“${name}” must be an object.` };
		}
	}
	const { task, model, text, inputs, parameters, target, instruction } = value;
	const given = Object.entries({ task, model, text, inputs, parameters, target, instruction });
	return { value: Object.fromEntries(given.filter(([, one]) => one !== undefined)) };
}
