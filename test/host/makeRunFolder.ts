import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A folder of a test's own for everything that is written while it runs. */
export interface RunFolder {
	readonly path: string;
	/** Removes it, unless a whole run collects such folders to look through them at its end. */
	release(): Promise<void>;
}

/** Makes a new folder: in `HF_WORKBENCH_RUN_DIR` if a whole run collects them, else among the temporary files. */
export function makeRunFolder(name: string): RunFolder {
	const collected = process.env.HF_WORKBENCH_RUN_DIR;
	const parent = collected ?? os.tmpdir();
	mkdirSync(parent, { recursive: true });
	const folder = mkdtempSync(path.join(parent, `hf-workbench-${name}-`));
	return {
		path: folder,
		release: () =>
			collected
				? Promise.resolve()
				: rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
	};
}
