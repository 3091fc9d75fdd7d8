import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installWebBuild } from './installWebBuild';
import type { PageTarget } from './pageUrl';
import { runSuite } from './runSuite';
import { startWebServer, type WebServer } from './webServer';

/**
 * Stands in for the executable of a desktop VS Code: takes the arguments that @vscode/test-electron gives it,
 * runs the same suite in the web build, and ends with the suite's exit code.
 */
async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		strict: false,
		allowPositionals: true,
		options: {
			extensionDevelopmentPath: { type: 'string' },
			extensionTestsPath: { type: 'string' },
			'user-data-dir': { type: 'string' },
		},
	});
	const {
		extensionDevelopmentPath: extension,
		extensionTestsPath: suite,
		'user-data-dir': userDataDir,
	} = values as Record<string, string | undefined>;
	if (!extension || !suite || !userDataDir) {
		console.error(
			'Only a suite can be run: --extensionDevelopmentPath, --extensionTestsPath and --user-data-dir.',
		);
		return 2;
	}
	const dataDir = path.join(userDataDir, 'web');
	let server: WebServer | undefined;
	try {
		server = await startWebServer({
			build: await installWebBuild(),
			dataDir,
			// Whoever starts a suite has already decided what it may see.
			env: process.env,
			settings: userSettings(userDataDir),
			extension,
			testDriver: true,
		});
		return await runSuite({
			server,
			dataDir,
			target: {
				...opened(positionals[0]),
				extensionDevelopmentPath: extension,
				extensionTestsPath: existsSync(suite) ? suite : `${suite}.js`,
			},
			timeoutMs: Number(process.env.HF_WORKBENCH_SUITE_TIMEOUT ?? 240_000),
			...(process.env.HF_WORKBENCH_SUITE_SCREENSHOT && {
				screenshot: process.env.HF_WORKBENCH_SUITE_SCREENSHOT,
			}),
		});
	} catch (error) {
		console.error(error);
		console.error(server?.output().slice(-4_000));
		return 1;
	} finally {
		await server?.stop();
	}
}

/** A desktop VS Code would read this file itself. */
function userSettings(userDataDir: string): Record<string, unknown> {
	const file = path.join(userDataDir, 'User/settings.json');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}

function opened(file: string | undefined): PageTarget {
	if (!file) {
		return {};
	}
	return file.endsWith('.code-workspace') || statSync(file).isDirectory() ? { open: file } : { file };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	// The server is killed as this process exits.
	process.on(signal, () => process.exit(1));
}
void main().then(code => process.exit(code));
