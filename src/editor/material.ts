import type { FileInput } from '../inference/inputs/inputValue';
import type { InputSource } from '../inference/runRequest';

/** A text to run on, and where it came from. */
export interface Input {
	readonly text: string;
	/** The selections one by one; the text alone where there is one. */
	readonly parts: readonly string[];
	/** The first line of a file of comma-separated values, where the text does not begin with it: it names the columns. */
	readonly header?: string;
	readonly source?: InputSource;
}

/** What there is to run on before anything is asked: a text, a picture or a sound, or nothing. */
export type Material =
	| { readonly kind: 'text'; readonly input: Input }
	| { readonly kind: 'file'; readonly file: FileInput }
	| { readonly kind: 'none' };
