import type { LoadedFile } from './inputs/taskInputs';

/** What a request says, before it gets a provider's own form. */
export type Payload = {
	readonly parameters?: Readonly<Record<string, unknown>>;
	/** What hf-inference takes beside `inputs` instead of in `parameters`. */
	readonly beside?: Readonly<Record<string, unknown>>;
} & (
	| { readonly inputs: unknown }
	/** The file is the input: its bytes where the provider takes them, else in base64. `alwaysText` where hf-inference takes no bytes. */
	| { readonly file: LoadedFile; readonly alwaysText?: true }
);
