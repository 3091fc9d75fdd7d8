import type { HubWayOptions } from '../hub/transfers/hubWay';
import type { Downloads } from '../hub/transfers/downloads';
import type { Log } from '../ui/log';

/** What downloads and the cache stand on. */
export interface TransfersDeps {
	readonly way: HubWayOptions;
	readonly downloads: Downloads;
	/** The folder of the shared cache. */
	readonly cacheRoot: () => string;
	readonly log: Log;
	/** Shows the view of downloads. */
	readonly showDownloads: () => Thenable<unknown>;
}
