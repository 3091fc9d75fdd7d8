import type { Task } from '../../shared/task';

/** Something that is asked when a prompt is used, for `{{name}}` in its text or its system prompt. */
export interface PromptVariable {
	readonly name: string;
	readonly description: string;
	/** What can be chosen; empty where anything can be written. */
	readonly options: readonly string[];
	readonly default?: string;
}

/** A prompt of the user's own: a file in `.hf/prompts`. */
export interface Prompt {
	readonly title: string;
	readonly description: string;
	readonly task: Task;
	/** `owner/name` or `owner/name:provider`. */
	readonly model?: string;
	readonly system?: string;
	readonly parameters?: Readonly<Record<string, unknown>>;
	/** In the order in which they are asked for. */
	readonly variables: readonly PromptVariable[];
	/** What a chat model is told to do, with `{{name}}` for each variable; of other tasks, a note. */
	readonly text: string;
}
