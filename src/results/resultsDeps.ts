import type * as vscode from 'vscode';
import type { Inference } from '../inference/inference';
import type { RunRequest } from '../inference/runRequest';
import type { Log } from '../ui/log';

/** What the results stand on. */
export interface ResultsDeps {
	readonly extensionUri: vscode.Uri;
	/** Where the history is kept: the workspace's storage, else the global one. */
	readonly storageUri: vscode.Uri;
	readonly inference: Pick<Inference, 'run'>;
	readonly log: Log;
	/** The text editor to insert into: the active one, or the last while the panel has the focus. */
	currentEditor(): vscode.TextEditor | undefined;
	/** The same request with a model that the user chooses; nothing if they leave. */
	chooseAnotherModel(request: RunRequest): Promise<RunRequest | undefined>;
}
