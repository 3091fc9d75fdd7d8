import type * as vscode from 'vscode';
import type { Inference } from '../inference/inference';
import type { RunRequest } from '../inference/runRequest';
import type { Log } from '../ui/log';

/** What the results stand on. */
export interface ResultsDeps {
	readonly extensionUri: vscode.Uri;
	/** Where the history is kept: the workspace's storage, else the global one. */
	readonly storageUri: vscode.Uri;
	readonly inference: Pick<Inference, 'run' | 'providers' | 'estimate'>;
	/** Where what was used is counted, for all folders. */
	readonly usageFile: string;
	/** The same request for one to three other models that the user chooses; nothing if they leave. */
	chooseOthers(request: RunRequest): Promise<readonly RunRequest[] | undefined>;
	/** USD a day; 0 for no limit. */
	spendingLimit(): number;
	/** The commit of a model's main branch, as the Hub has it now. */
	revisionOf(model: string): Promise<string | undefined>;
	/** `auto`, `fastest`, `cheapest` or a provider's name, as the setting has it now. */
	providerPolicy(): string;
	readonly log: Log;
	/** The text editor to insert into: the active one, or the last while the panel has the focus. */
	currentEditor(): vscode.TextEditor | undefined;
	/** The same request with a model that the user chooses, by what the `whole` would be with it; nothing if they leave. */
	chooseAnotherModel(request: RunRequest, whole: RunRequest): Promise<RunRequest | undefined>;
	/** The same request with inputs and parameters that the user changes in the form, which says what the `whole` will be; nothing if they leave. */
	changeInputs(request: RunRequest, whole: RunRequest): Promise<RunRequest | undefined>;
}
