/** One thing that a form asks for. `name` is its key in the answer. */
export type FormField = {
	readonly name: string;
	readonly title: string;
	readonly help: string;
	readonly isRequired: boolean;
} & (
	| { readonly kind: 'text'; readonly value: string; readonly isLong: boolean; readonly maxLength?: number }
	/** Texts, a line each. */
	| {
			readonly kind: 'list';
			readonly value: readonly string[];
			readonly minimum: number;
			readonly maximum: number;
	  }
	/** A table as CSV, TSV or JSON. */
	| { readonly kind: 'table'; readonly value: string }
	| {
			readonly kind: 'number';
			readonly isWhole: boolean;
			readonly minimum: number;
			readonly maximum: number;
			/** Nothing where the model decides. */
			readonly value?: number;
	  }
	| { readonly kind: 'flag'; readonly value: boolean }
	| {
			readonly kind: 'choice';
			readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>;
			/** Nothing where the model decides. */
			readonly value?: string;
	  }
	/** The host has the file; the page knows no more than its name. */
	| { readonly kind: 'image' | 'audio'; readonly value?: string }
);

/** What is still to be said before a run. */
export interface InputForm {
	readonly id: string;
	/** The task's title. */
	readonly title: string;
	readonly help: string;
	readonly model: string;
	readonly inputs: readonly FormField[];
	readonly parameters: readonly FormField[];
	/** Whether the host can say what a run with these inputs will be. */
	readonly isEstimated?: true;
	/** What the host found wrong with the last answer, by the names of the fields. */
	readonly complaints: Readonly<Record<string, string>>;
}

/** Of texts, tables and choices the text; nothing where a field was left empty. Files are the host's. */
export type FormValue = string | number | boolean | readonly string[];
export type FormValues = Readonly<Record<string, FormValue>>;
