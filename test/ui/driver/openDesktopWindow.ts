import { existsSync } from 'node:fs';
import path from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { _electron } from 'playwright-core';
import { quietSettings } from '../../host/quietSettings';
import { runProgram } from '../../host/runProgram';
import { writeSettings } from '../../host/writeSettings';
import { PageCapture } from './pageCapture';
import type { VSCodeWindow, WindowOptions } from './vscodeWindow';

/** What a desktop window draws natively otherwise, out of the driver's reach. */
const drawnInThePage = {
	'window.dialogStyle': 'custom',
	'window.menuStyle': 'custom',
	'window.titleBarStyle': 'custom',
};

/**
 * Opens a desktop VS Code with the packaged extension installed, away from the person's own settings and extensions.
 * (Written for macOS, Windows and a Linux with a screen; it could not be run where this was made.)
 */
export async function openDesktopWindow(executable: string, options: WindowOptions): Promise<VSCodeWindow> {
	const { dataDir, vsix, folder, env, settings, viewport } = options;
	const folders = [
		`--user-data-dir=${path.join(dataDir, 'user')}`,
		`--extensions-dir=${path.join(dataDir, 'extensions')}`,
	];
	if (!existsSync(path.join(dataDir, 'extensions'))) {
		for (const file of [vsix, ...options.others]) {
			await installIntoDesktop(executable, file, folders);
		}
	}
	writeSettings(path.join(dataDir, 'user/User/settings.json'), {
		...quietSettings,
		...drawnInThePage,
		...settings,
	});
	const app = await _electron.launch({
		executablePath: executable,
		args: [
			folder,
			...folders,
			'--no-sandbox',
			'--disable-updates',
			'--disable-workspace-trust',
			'--skip-welcome',
			'--skip-release-notes',
			// Without a keyring VS Code would ask what to do; tests have none to rely on.
			'--password-store=basic',
		],
		env: Object.fromEntries(
			Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
		),
	});
	let output = '';
	app.process().stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
	app.process().stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const capture = new PageCapture();
	if (!options.measured) {
		await capture.attach(app.context());
	}
	const page = await app.firstWindow();
	await page.setViewportSize({ ...viewport });
	return { page, port: 0, output: () => output + capture.text(), close: () => app.close() };
}

async function installIntoDesktop(
	executable: string,
	vsix: string,
	folders: readonly string[],
): Promise<void> {
	const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
	const { code, output } = await runProgram(
		cli,
		[...args, ...folders, '--install-extension', vsix, '--force'],
		{
			shell: process.platform === 'win32',
		},
	);
	if (code !== 0) {
		throw new Error(`${vsix} could not be installed (VS Code ended with ${code}):\n${output}`);
	}
}
