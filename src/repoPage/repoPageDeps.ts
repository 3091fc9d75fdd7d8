import type * as vscode from 'vscode';
import type { Hub } from '../hub/hub';
import type { Inference } from '../inference/inference';
import type { Endpoints } from '../net/endpoints';
import type { RepoRef } from '../shared/repoType';
import type { Log } from '../ui/log';
import type { Event } from '../util/emitter';

/** What the pages of repos stand on. */
export interface RepoPageDeps {
	readonly extensionUri: vscode.Uri;
	readonly hub: Hub;
	readonly inference: Pick<Inference, 'offers'>;
	readonly settings: { readonly endpoints: Endpoints };
	readonly log: Log;
	readonly isPinned: (repo: RepoRef) => boolean;
	readonly onDidPin: Event<void>;
	/** In whose names the user can change repos; none without a token. */
	readonly owners: () => Promise<readonly string[]>;
	/** Downloads the repo, by asking what of it and where to. */
	readonly download: (repo: RepoRef) => unknown;
	/** A Space was seen to do something: `stage` is the Hub's word for it. */
	readonly sawStage: (space: string, stage: string) => void;
	/** A page was opened by the user. */
	readonly opened: (repo: RepoRef) => unknown;
}
