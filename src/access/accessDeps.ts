import type { HubAccess } from '../hub/hubAccess';
import type { Endpoints } from '../net/endpoints';
import type { Log } from '../ui/log';
import type { AccessWatch } from './accessWatch';

/** What the commands about gated repos stand on. */
export interface AccessDeps {
	readonly access: HubAccess;
	readonly watch: AccessWatch;
	/** Read when asked for, so that a changed setting counts at once. */
	readonly settings: { readonly endpoints: Endpoints };
	readonly log: Log;
}
