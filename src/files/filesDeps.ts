import type { RepoContents } from '../hub/contents';
import type { RepoRef } from '../shared/repoType';
import type { Endpoints } from '../net/endpoints';
import type { Log } from '../ui/log';

/** What the commands on files stand on. */
export interface FilesDeps {
	readonly hub: RepoContents;
	readonly settings: { readonly endpoints: Endpoints };
	readonly log: Log;
	/** Asks for a repo by searching the Hub. Nothing if the user leaves. */
	readonly chooseRepo: (title: string) => Promise<RepoRef | undefined>;
}
