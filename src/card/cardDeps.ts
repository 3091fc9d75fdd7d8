import type * as vscode from 'vscode';
import type { Hub } from '../hub/hub';
import type { RepoRef, RepoType } from '../shared/repoType';
import type { Log } from '../ui/log';

/** What the help with cards stands on. */
export interface CardDeps {
	readonly hub: Pick<Hub, 'repo' | 'validateCard'>;
	readonly hubUrl: () => string;
	/** Whether the user wants cards checked while they are written. */
	readonly isChecking: () => boolean;
	readonly log: Log;
	/** The repo that a folder is a clone of. */
	readonly cloneOf: (folder: vscode.Uri) => Promise<RepoRef | undefined>;
	/** Asks for a repo of one type by searching the Hub. Nothing if the user leaves. */
	readonly chooseRepo: (type: RepoType, title: string) => Promise<RepoRef | undefined>;
}
