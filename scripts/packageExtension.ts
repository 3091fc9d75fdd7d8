import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { formatBytes } from '../test/host/formatBytes';
import { progress } from '../test/host/progress';
import { projectRoot } from '../test/host/projectRoot';
import { runProgram } from '../test/host/runProgram';
import { seconds } from './seconds';

/** Makes the `.vsix` that people install, out of a production build, and gives its path. */
export async function packageExtension(): Promise<string> {
	const started = Date.now();
	const { name, version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
	};
	const vsix = path.join(projectRoot, `${name}-${version}.vsix`);
	const { code, output } = await runProgram(
		process.execPath,
		[
			path.join(projectRoot, 'node_modules/@vscode/vsce/vsce'),
			'package',
			// Everything is bundled.
			'--no-dependencies',
			// The manifest names no repository to point the README's relative links at.
			...['--allow-missing-repository', '--no-rewrite-relative-links'],
			...['--out', vsix],
		],
		{ cwd: projectRoot },
	);
	if (code !== 0) {
		throw new Error(`The extension could not be packaged:\n${output}`);
	}
	progress(`Packaged in ${seconds(started)}: ${path.basename(vsix)}, ${formatBytes(statSync(vsix).size)}`);
	return vsix;
}
