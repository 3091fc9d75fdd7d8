/** A parameter's field in a form, as its task's table describes it. */
export type ParameterField = {
	/** Its name on the wire. */
	readonly name: string;
	readonly title: string;
	readonly help: string;
} & (
	| { readonly type: 'integer' | 'number'; readonly minimum: number; readonly maximum: number }
	| { readonly type: 'text'; readonly maxLength: number }
	| { readonly type: 'flag' }
	| { readonly type: 'choice'; readonly choices: readonly string[] }
	| { readonly type: 'list'; readonly maximum: number }
);

/** Something that goes along with a question, as the page lists it. */
export interface AttachmentView {
	readonly kind: 'text' | 'image';
	readonly name: string;
	/** How much it is: “12 lines”, “34 kB”. */
	readonly detail: string;
}

/** What a run will be, as far as that can be known before. */
export interface Estimate {
	readonly promptTokens: number;
	/** Whether the model's own tokenizer counted; else it is an estimate. */
	readonly isCounted: boolean;
	/** Of what has come of the answer, where that is known. */
	readonly answerTokens?: number;
	/** USD, with what has come of the answer, else with one of the usual length; absent where the provider's price is not known. */
	readonly cost?: number;
}

/** What a chat is told beside its questions. `schema` and `tools` are JSON as the user wrote it. */
export interface ChatSettings {
	readonly system?: string;
	readonly parameters?: Readonly<Record<string, unknown>>;
	readonly schema?: string;
	readonly tools?: string;
}

/** What the host knows about a question that is being written: who will answer it, what goes along, what can be set. */
export interface DraftView {
	readonly model: string;
	/** A policy or a provider's name. */
	readonly provider: string;
	readonly attachments: readonly AttachmentView[];
	readonly fields: readonly ParameterField[];
	/** What the model cannot do of what it is asked here, or cannot take. */
	readonly hints: readonly string[];
}
