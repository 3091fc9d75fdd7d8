import type * as vscode from 'vscode';
import type { FinishedRun } from '../api';
import type { Inference } from '../inference/inference';
import type { FileKind } from '../inference/inputs/inputField';
import type { FileInput } from '../inference/inputs/inputValue';
import type { RunRequest } from '../inference/runRequest';
import type { Task } from '../shared/task';
import type { AskForm } from '../ui/formQuestion';
import type { Log } from '../ui/log';
import type { Memento } from './runMemory';

/** What running from the editor stands on. */
export interface EditorDeps {
	readonly inference: Pick<Inference, 'offers' | 'providers' | 'refresh' | 'estimate'>;
	/** The setting that gives tasks their models; it goes before what was chosen the last time. */
	readonly settings: {
		readonly models: Readonly<Partial<Record<Task, string>>>;
		/** A policy or a provider's name. */
		readonly provider: string;
		readonly preferredProviders: readonly string[];
	};
	/** The editor's global state. */
	readonly memento: Memento;
	readonly log: Log;
	/** The text editor to read: the active one, or the last while another part of the window has the focus. */
	currentEditor(): vscode.TextEditor | undefined;
	/** The picture or the sound that the user looks at; of one kind, also where it is not in front. */
	currentFile(kind?: FileKind): FileInput | undefined;
	/** Asks for what is missing, in a form on the page. */
	askForm: AskForm;
	/** The repo ids that the user has pinned. */
	pinnedModels(): readonly string[];
	/** Starts loading the client packages, while the user still chooses. */
	preload(): void;
	/** Runs requests at once and shows them side by side. */
	compare(requests: readonly RunRequest[]): Promise<readonly FinishedRun[]>;
	/** Runs a request and shows it in the results panel; nothing if the user does not want to spend that. */
	start(request: RunRequest): Promise<FinishedRun | undefined>;
}
