import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { projectRoot } from '../../host/projectRoot';

let code: string | undefined;

/** Starts the thread that the extension has as a bundle, built as that is. */
export function startFileThread(): Worker {
	code ??= buildSync({
		entryPoints: [path.join(projectRoot, 'src/hub/thread/fileThread.ts')],
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node22',
		write: false,
	}).outputFiles[0]?.text;
	return new Worker(code ?? '', { eval: true });
}
