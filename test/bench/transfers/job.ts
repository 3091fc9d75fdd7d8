/** What one process of the benchmarks of transfers does. Paths are absolute. */
export type Job =
	| {
			readonly kind: 'download' | 'snapshot';
			readonly origin: string;
			readonly repo: string;
			readonly folder: string;
	  }
	| { readonly kind: 'hash'; readonly file: string }
	| { readonly kind: 'upload'; readonly origin: string; readonly token: string; readonly folder: string }
	| { readonly kind: 'plan'; readonly origin: string; readonly token: string; readonly folder: string }
	| { readonly kind: 'scan'; readonly folder: string };

/** What it took: milliseconds, the process's peak in MiB, and for how long its event loop was held at most. */
export interface JobDone {
	readonly ms: number;
	readonly peakMiB: number;
	readonly heldMs: number;
}
