import path from 'node:path';
import { build } from 'esbuild';

/** A script of the folder `inside` as one text that a page can run. */
export async function bundlePageScript(name: 'probe' | 'feed' | 'pan'): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [path.join(__dirname, `inside/${name}.ts`)],
		bundle: true,
		write: false,
		platform: 'browser',
		format: 'iife',
		target: 'es2022',
		logLevel: 'warning',
	});
	return outputFiles.map(({ text }) => text).join('\n');
}
