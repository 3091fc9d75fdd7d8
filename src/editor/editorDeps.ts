import type * as vscode from 'vscode';
import type { FinishedRun } from '../api';
import type { Inference } from '../inference/inference';
import type { RunRequest } from '../inference/runRequest';
import type { Task } from '../shared/task';
import type { Log } from '../ui/log';
import type { Memento } from './runMemory';

/** What running from the editor stands on. */
export interface EditorDeps {
	readonly inference: Pick<Inference, 'offers'>;
	/** The setting that gives tasks their models; it goes before what was chosen the last time. */
	readonly settings: { readonly models: Readonly<Partial<Record<Task, string>>> };
	/** The editor's global state. */
	readonly memento: Memento;
	readonly log: Log;
	/** The text editor to read: the active one, or the last while another part of the window has the focus. */
	currentEditor(): vscode.TextEditor | undefined;
	/** The repo ids that the user has pinned. */
	pinnedModels(): readonly string[];
	/** Starts loading the client packages, while the user still chooses. */
	preload(): void;
	/** Runs a request and shows it in the results panel. */
	start(request: RunRequest): Promise<FinishedRun>;
}
