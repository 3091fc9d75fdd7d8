import type { FileEntry } from '../hub/contents';
import type { Hub } from '../hub/hub';
import type { Endpoints } from '../net/endpoints';
import type { Tokens } from '../tokens/tokens';
import type { HubLocation } from '../ui/hubUri';
import type { Log } from '../ui/log';
import type { TokensTreeSettings } from './tokensTree';
import type { IdStorage } from './idList';

/** What the sidebar stands on. */
export interface TreesDeps {
	readonly tokens: Tokens;
	readonly hub: Hub;
	/** Read when asked for, so that a changed setting counts at once. */
	readonly settings: TokensTreeSettings & { readonly endpoints: Endpoints };
	/** Where the pins are kept: the editor's `globalState`. */
	readonly storage: IdStorage;
	readonly log: Log;
	/** The views are loaded again. */
	readonly refreshed: () => void;
	/** What a click on a file does. */
	readonly openFile: (location: HubLocation, entry: FileEntry) => unknown;
}
