import type { ParameterValues } from '../inference/parameters';
import type { Estimate } from '../shared/draft';
import type { Task } from '../shared/task';
import type { GivenInputs } from './inputsOf';

/** What a form is made of beside the task. */
export interface RunFormParts extends GivenInputs {
	readonly task: Task;
	readonly model: string;
	readonly parameters: Readonly<Record<string, unknown>>;
	/** How a language is spelled that a parameter stands for, by its code for the model; for those that are one. */
	readonly options: Readonly<
		Record<string, ReadonlyArray<{ readonly value: string; readonly label: string }>>
	>;
	/** What a run with the answer will be; nothing where that is not known. */
	readonly estimate: (answer: RunFormAnswer) => Promise<Estimate | undefined>;
}

/** What was read of a form. */
export interface RunFormAnswer extends GivenInputs {
	readonly parameters: ParameterValues;
}
