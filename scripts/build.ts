import path from 'node:path';
import { folderSize } from '../test/host/folderSize';
import { formatBytes } from '../test/host/formatBytes';
import { progress } from '../test/host/progress';
import { projectRoot } from '../test/host/projectRoot';
import { runProgram } from '../test/host/runProgram';
import { seconds } from './seconds';

/** Bundles the extension, its page and the suites that run inside VS Code into `dist`. */
export async function build(): Promise<void> {
	const started = Date.now();
	const { code, output } = await runProgram(process.execPath, ['esbuild.mjs'], { cwd: projectRoot });
	if (code !== 0) {
		throw new Error(`The build failed:\n${output}`);
	}
	const size = formatBytes(await folderSize(path.join(projectRoot, 'dist')));
	progress(`Built in ${seconds(started)}: ${size} in dist`);
}
