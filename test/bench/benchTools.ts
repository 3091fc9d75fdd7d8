import type { WebBuild } from '../host/webBuild';

/** What a benchmark works with. All paths are absolute. */
export interface BenchTools {
	readonly build: WebBuild;
	/** The packaged extension. */
	readonly vsix: string;
	/** Its folder once it is installed. */
	readonly installed: string;
	/** A folder for what is written meanwhile. */
	readonly folder: string;
}
