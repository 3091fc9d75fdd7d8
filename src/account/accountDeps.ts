import type { Hub } from '../hub/hub';
import type { Endpoints } from '../net/endpoints';
import type { Tokens } from '../tokens/tokens';
import type { Log } from '../ui/log';

/** What the account's commands and its status bar item stand on. */
export interface AccountDeps {
	readonly tokens: Tokens;
	readonly hub: Hub;
	/** Read when asked for, so that a changed setting counts at once. */
	readonly settings: {
		/** The organisation that pays for runs, where it is not the account itself. */
		readonly billTo: string | undefined;
		readonly endpoints: Endpoints;
		/** How long a copied token stays in the clipboard. */
		readonly clipboardSeconds: number;
		/** The age in days at which a token is said to be old; 0 for never. */
		readonly remindAfterDays: number;
	};
	readonly log: Log;
}
