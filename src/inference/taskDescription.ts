import type { Media, Output, OutputKind } from '../shared/output';
import type { InputFields } from './inputs/inputField';
import type { InputValues } from './inputs/inputValue';
import type { TaskInputs } from './inputs/taskInputs';
import type { Parameters, ParameterValues } from './parameters';
import type { Payload } from './payload';

/** What tasks are sorted by in lists. */
export type TaskGroup = 'text' | 'questions' | 'similarity' | 'images' | 'sounds' | 'tables';

export type MediaKind = 'image' | 'audio' | 'video';

/** How a task is called: as a streamed chat, or as one question with one answer. */
export type TaskCall = { readonly type: 'chat' } | SingleTask;

/** One request, one answer. `read` throws `ProblemError` with `protocol` for a 2xx answer that is illegal. */
export type SingleTask = {
	readonly type: 'single';
	/** What the request says. The parameters are checked, with defaults filled in. */
	payload(inputs: TaskInputs, parameters: ParameterValues): Payload;
	/** The texts that the model reads, each as often as it does, where that is not all inputs once; none as long as that is not known. */
	reads?(inputs: InputValues, parameters: Readonly<Record<string, unknown>>): readonly string[];
} & (
	| { readonly answer: 'json'; read(answer: unknown, inputs: TaskInputs): Output }
	| { readonly answer: MediaKind; read(answer: Media, inputs: TaskInputs): Output }
);

export interface TaskDescription {
	/** A verb or a noun, in title case. */
	readonly title: string;
	/** One sentence: what comes out. */
	readonly help: string;
	/** A codicon's name. */
	readonly icon: string;
	readonly group: TaskGroup;
	readonly inputs: InputFields;
	readonly parameters: Parameters;
	readonly output: OutputKind;
	readonly call: TaskCall;
}
