import type { RunRequest } from '../runRequest';

/** What code is to be made for: a run as it was asked, or a model with an example of the client package's. */
export interface SnippetSubject {
	readonly model: string;
	/** The Hub's tag of what the model is for; of a chat, `text-generation`. */
	readonly pipelineTag: string;
	/** Where it runs, and under which name there; `auto` where that is open. */
	readonly provider: string;
	readonly providerId: string;
	readonly billTo?: string | undefined;
	readonly request?: RunRequest;
}

/** Code for one client of one language. */
export interface Snippet {
	/** The language and the client, such as “Python · requests”. */
	readonly title: string;
	/** The editor's name of the language. */
	readonly languageId: 'python' | 'javascript' | 'shellscript';
	readonly code: string;
}
