import path from 'node:path';
import { projectRoot } from '../../host/projectRoot';
import { runProgram } from '../../host/runProgram';

/** Packages an extension of `test/fixtures/extensions` into a folder, and gives the file's path. */
export async function packageFixture(name: string, folder: string): Promise<string> {
	const vsix = path.join(folder, `${name}.vsix`);
	const { code, output } = await runProgram(
		process.execPath,
		[
			path.join(projectRoot, 'node_modules/@vscode/vsce/vsce'),
			'package',
			...['--no-dependencies', '--skip-license', '--allow-missing-repository'],
			...['--out', vsix],
		],
		{ cwd: path.join(projectRoot, 'test/fixtures/extensions', name) },
	);
	if (code !== 0) {
		throw new Error(`The fixture ${name} could not be packaged:\n${output}`);
	}
	return vsix;
}
