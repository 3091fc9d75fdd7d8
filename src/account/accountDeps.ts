import type { Hub } from '../hub/hub';
import type { Endpoints } from '../net/endpoints';
import type { Tokens } from '../tokens/tokens';
import type { Log } from '../ui/log';

/** What the account's commands and its status bar item stand on. */
export interface AccountDeps {
	readonly tokens: Tokens;
	readonly hub: Hub;
	/** Read when asked for, so that a changed setting counts at once. */
	readonly settings: { readonly endpoints: Endpoints };
	readonly log: Log;
}
