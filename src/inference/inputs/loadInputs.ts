import { LARGEST_INPUT_FILE } from '../../shared/largestInputFile';
import type { Problem } from '../../shared/problem';
import { ProblemError } from '../../util/problemError';
import type { RunRequest } from '../runRequest';
import { tasks } from '../tasks';
import { complaintAboutInput } from './complaintAboutInput';
import { givenInputs } from './givenInputs';
import type { InputField, InputFields } from './inputField';
import type { FileInput, InputValue } from './inputValue';
import { isFileInput } from './isFileInput';
import { isMissing } from './isMissing';
import { mayBeLeftOut } from './mayBeLeftOut';
import { type LoadedFile, type LoadedValue, TaskInputs } from './taskInputs';

/** Reads a file of the user's by its address, or only its size where that is more than `most` bytes; rejects where it cannot be read. */
export type ReadFile = (uri: string, most: number) => PromiseLike<Uint8Array | { readonly size: number }>;

/** Checks a request's inputs against the task's table, and reads the files among them. Throws `ProblemError`. */
export async function loadInputs(request: RunRequest, readFile: ReadFile): Promise<TaskInputs> {
	const fields: InputFields = tasks[request.task].inputs;
	const given = givenInputs(request);
	const problem = problemOfInputs(fields, given);
	if (problem) {
		throw new ProblemError(problem);
	}
	const loaded = Object.entries(given).map(async ([name, value]): Promise<[string, LoadedValue]> => [
		name,
		isFileInput(value) ? await load(value, readFile) : value,
	]);
	return new TaskInputs(Object.fromEntries(await Promise.all(loaded)));
}

function problemOfInputs(
	fields: InputFields,
	given: Readonly<Record<string, InputValue>>,
): Problem | undefined {
	const complaints = Object.entries(fields).flatMap(([name, field]) => complaint(field, given[name]) ?? []);
	const unknown = Object.keys(given).find(name => !Object.hasOwn(fields, name));
	const [detail] =
		unknown === undefined
			? complaints
			: [
					`There is no input “${unknown.slice(0, 40)}” for this task; there are ${Object.keys(fields).join(', ')}.`,
				];
	return detail === undefined ? undefined : { code: 'input.invalid', detail };
}

function complaint(field: InputField, value: InputValue | undefined): string | undefined {
	if (isMissing(value)) {
		return mayBeLeftOut(field) ? undefined : `${field.title} is missing.`;
	}
	const what = complaintAboutInput(field, value);
	return what && `${field.title} ${what}.`;
}

async function load({ uri, name, mimeType }: FileInput, readFile: ReadFile): Promise<LoadedFile> {
	let content: Uint8Array | { readonly size: number };
	try {
		content = await readFile(uri, LARGEST_INPUT_FILE);
	} catch {
		throw new ProblemError({ code: 'input.invalid', detail: `${name} can no longer be read.` });
	}
	const bytes = content instanceof Uint8Array ? content : undefined;
	const size = content instanceof Uint8Array ? content.byteLength : content.size;
	if (!bytes || size > LARGEST_INPUT_FILE) {
		throw new ProblemError({ code: 'input.fileTooLarge', file: name, bytes: size, most: LARGEST_INPUT_FILE });
	}
	if (size === 0) {
		throw new ProblemError({ code: 'input.invalid', detail: `${name} is empty.` });
	}
	return { name, mimeType, bytes: new Uint8Array(bytes) };
}
