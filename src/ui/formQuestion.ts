import type { FileInput } from '../inference/inputs/inputValue';
import type { Estimate } from '../shared/draft';
import type { FormValues, InputForm } from '../shared/inputForm';

/** What the user has put into a form, not checked yet. */
export interface FormAnswer {
	readonly inputs: FormValues;
	readonly parameters: FormValues;
	/** The files, by the names of their fields. */
	readonly files: Readonly<Record<string, FileInput>>;
}

/** A form to be filled in, and how it is read: a value, or what is wrong by the names of the fields. */
export interface FormQuestion<T> {
	readonly form: Omit<InputForm, 'id' | 'complaints' | 'isEstimated'>;
	/** Files that are known already. */
	readonly files: Readonly<Record<string, FileInput>>;
	/** What comes of an answer that is not given yet; nothing where that is not known. Absent where it cannot be told in tokens. */
	readonly estimate?: (answer: FormAnswer) => Promise<Estimate | undefined>;
	read(answer: FormAnswer): { readonly value: T } | { readonly complaints: Readonly<Record<string, string>> };
}

/** Shows a form and resolves with what was read of it; with nothing if the user leaves. */
export type AskForm = <T>(question: FormQuestion<T>) => Promise<T | undefined>;
