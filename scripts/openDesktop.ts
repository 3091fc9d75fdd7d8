import { spawn } from 'node:child_process';
import path from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { quietSettings } from '../test/host/quietSettings';
import { runProgram } from '../test/host/runProgram';
import { writeSettings } from '../test/host/writeSettings';
import type { Opened } from './opened';
import type { StartRequest } from './startRequest';

/** Opens a desktop VS Code, away from the person's own settings and extensions. Needs a screen, so no suite covers it. */
export async function openDesktop(executable: string, start: StartRequest): Promise<Opened> {
	const [cli = executable, ...own] =
		executable === 'code' ? ['code'] : resolveCliArgsFromVSCodeExecutablePath(executable);
	const args = [
		...own,
		`--user-data-dir=${path.join(start.dataDir, 'user')}`,
		`--extensions-dir=${path.join(start.dataDir, 'extensions')}`,
	];
	writeSettings(path.join(start.dataDir, 'user/User/settings.json'), { ...quietSettings, ...start.settings });
	const shell = process.platform === 'win32';
	const { code, output } = await runProgram(cli, [...args, '--install-extension', start.vsix, '--force'], {
		shell,
	});
	if (code !== 0) {
		throw new Error(`The extension could not be installed (VS Code ended with ${code}):\n${output}`);
	}
	const window = spawn(cli, [...args, '--new-window', '--wait', start.folder], {
		env: start.env,
		stdio: 'ignore',
		shell,
	});
	return {
		closed: new Promise((resolve, reject) => {
			window.once('error', reject);
			window.once('exit', () => resolve());
		}),
		close: async () => void window.kill(),
	};
}
