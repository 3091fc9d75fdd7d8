import type * as vscode from 'vscode';
import type { KeptOutput } from './shared/output';
import type { Metrics } from './shared/run';
import type { Task } from './shared/task';

/** A run that has ended, as other extensions and tasks see it. */
export interface FinishedRun {
	readonly id: string;
	readonly task: Task;
	/** The repo id of the model. */
	readonly model: string;
	/** Absent where the run failed before one was chosen. */
	readonly provider?: string;
	readonly state: 'finished' | 'stopped' | 'failed';
	/** What arrived, complete only when `state` is `finished`. */
	readonly output?: KeptOutput;
	readonly metrics?: Metrics;
	/** The code of the problem, for `failed`. */
	readonly problem?: string;
}

/** What `hfWorkbench.run` and `Api.run` take. Whatever is missing is asked for. */
export interface RunArguments {
	readonly task?: Task;
	/** A repo id. */
	readonly model?: string;
	/** The input; absent: the selection of the active editor. */
	readonly text?: string;
	/**
	 * The task's other inputs by their names, such as `question`, `labels` (a list), `table` (`{columns, rows}`), or `image` and `audio`
	 * (`{uri, name, mimeType}`).
	 */
	readonly inputs?: Readonly<Record<string, unknown>>;
	readonly parameters?: Readonly<Record<string, unknown>>;
	/** `auto`, `fastest`, `cheapest` or a provider's name. */
	readonly target?: string;
	/** For `conversational`: `explain`, `fix`, `document` or `writeTests`, else a prompt of one's own. */
	readonly instruction?: string;
}

/** What `activate()` answers with, for other extensions. It never gives a token. */
export interface Api {
	readonly version: string;
	/**
	 * Runs a model and shows the answer in the results panel; nothing if the user left a question unanswered. Rejects only
	 * where the request is not one: what goes wrong with the run is in the answer.
	 */
	run(request?: RunArguments): Promise<FinishedRun | undefined>;
	readonly onDidFinishRun: vscode.Event<FinishedRun>;
}
