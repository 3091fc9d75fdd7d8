import type { FetchDeps } from '../fetchFile';
import type { PartLedger } from './partLedger';

/** What an upload stands on. */
export interface UploadDeps extends FetchDeps {
	/** Where parts that have arrived are remembered from one attempt, and one window, to the next. */
	readonly parts: PartLedger;
}
