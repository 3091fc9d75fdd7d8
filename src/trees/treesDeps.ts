import type { Hub } from '../hub/hub';
import type { Endpoints } from '../net/endpoints';
import type { Tokens } from '../tokens/tokens';
import type { Log } from '../ui/log';
import type { PinStorage } from './pinnedModels';

/** What the sidebar stands on. */
export interface TreesDeps {
	readonly tokens: Tokens;
	readonly hub: Hub;
	/** Read when asked for, so that a changed setting counts at once. */
	readonly settings: { readonly endpoints: Endpoints };
	/** Where the pins are kept: the editor's `globalState`. */
	readonly storage: PinStorage;
	readonly log: Log;
}
