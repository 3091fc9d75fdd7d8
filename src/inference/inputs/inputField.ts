/** One thing that a task has to be given. Its key in the task's table is its name in `RunRequest.inputs`. */
export type InputField = { readonly title: string; readonly help: string } & (
	| {
			readonly kind: 'text';
			readonly isOptional?: true;
			/** Asked for before a run although it may be left empty. */
			readonly isAsked?: true;
			/** More than a line is to be expected. */
			readonly isLong?: true;
	  }
	/** Several short texts. */
	| {
			readonly kind: 'list';
			readonly minimum: number;
			readonly maximum: number;
			readonly isOptional?: true;
			/** It takes the selections after the first one, which is the text. */
			readonly takesSelections?: true;
	  }
	| { readonly kind: 'table' }
	| { readonly kind: FileKind }
);

export type FileKind = 'image' | 'audio';
export type InputKind = InputField['kind'];

/** The first one is what the selection, or the file that was pointed at, is for. */
export type InputFields = Readonly<Record<string, InputField>>;
