import type { Hub } from '../hub/hub';
import type { RepoRef } from '../shared/repoType';
import type { Log } from '../ui/log';

/** What the commands on repos as a whole stand on. */
export interface ReposDeps {
	readonly hub: Hub;
	readonly log: Log;
	/** The user's name and organisations, the user's own first; nothing where no token is used. */
	readonly owners: () => Promise<readonly string[]>;
	/** Asks for a repo by searching the Hub. Nothing if the user leaves. */
	readonly chooseRepo: (title: string) => Promise<RepoRef | undefined>;
	/** Asks for a branch, tag, pull request or commit of a repo. Nothing if the user leaves. */
	readonly pickRevision: (repo: RepoRef, title: string) => Promise<string | undefined>;
	/** Something has changed that the views show. */
	readonly changed: () => void;
	/** A repo is called otherwise now, or is no more. */
	readonly gone: (repo: RepoRef, newId: string | undefined) => Promise<void>;
}
