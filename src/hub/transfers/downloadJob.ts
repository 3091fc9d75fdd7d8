import type { Problem } from '../../shared/problem';
import type { Download, DownloadProgress } from './download';

/**
 * How a download is doing. `interrupted` is one whose window was closed or reloaded; `elsewhere` runs in another window. Of
 * all but `finished`, what has come is kept, and it goes on from there.
 */
export type DownloadState =
	| { readonly type: 'running' }
	| { readonly type: 'elsewhere' }
	| { readonly type: 'stopped' }
	| { readonly type: 'interrupted' }
	| { readonly type: 'failed'; readonly problem: Problem }
	/** `at` in epoch milliseconds. */
	| { readonly type: 'finished'; readonly at: number };

export interface DownloadJob {
	readonly id: string;
	readonly download: Download;
	/** Epoch milliseconds. */
	readonly startedAt: number;
	readonly state: DownloadState;
	/** Of a running one. */
	readonly progress?: DownloadProgress;
	/** Bytes per second over the last seconds, of a running one, once there is something to tell. */
	readonly speed?: number;
}
