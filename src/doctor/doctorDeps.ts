import type { Hub } from '../hub/hub';
import type { HubAccess } from '../hub/hubAccess';
import type { Endpoints } from '../net/endpoints';
import type { HttpSettings } from '../net/httpSettings';
import type { HostFacts, HostProbe } from '../net/probeHost';
import type { Problem } from '../shared/problem';
import type { EnvFileToken } from '../tokens/ambientToken';
import type { Ambient } from '../tokens/ambientUse';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { Tokens } from '../tokens/tokens';

interface RecordCheck {
	readonly state: TokenRecord['state'] | 'unreadable' | 'malformed';
	readonly problem?: Problem;
}

/** What the checks look at. Nothing of it is asked before the user has asked for a check. */
export interface DoctorDeps {
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly tokens: Tokens;
	readonly hub: Pick<Hub, 'whoAmI'>;
	/** What terminals and notebook kernels use beside what is used here. */
	readonly ambient: () => Promise<Ambient>;
	/** The tokens in all `.env` files of the workspace. */
	readonly envFiles: () => Promise<readonly EnvFileToken[]>;
	readonly access: Pick<HubAccess, 'access'>;
	/** Read when asked for, so that a changed setting counts at once. */
	readonly settings: {
		readonly endpoints: Endpoints;
		/** As the user has written them, an address or not. */
		readonly writtenEndpoints: { readonly hub?: string; readonly router?: string };
		/** The age in days at which a token is said to be old; 0 for never. */
		readonly remindAfterDays: number;
		/** The organisation that pays for runs here, if not the user. */
		readonly billTo: string | undefined;
	};
	/** The editor's settings about the network. */
	readonly http: () => HttpSettings;
	/**
	 * Asks the Hub about a token of the vault, and keeps what it says. Answers `unreadable`, and why, where there is no value;
	 * throws where the Hub could not be asked.
	 */
	readonly checkRecord: (record: TokenRecord, signal: AbortSignal) => Promise<RecordCheck>;
	readonly probe: (probe: HostProbe) => Promise<HostFacts>;
	/** Epoch milliseconds. */
	readonly now: () => number;
}
