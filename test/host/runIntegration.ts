import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { startLoopbackHub } from '../hub/loopbackHub';
import type { TestHub } from '../integration/testHub';
import { copyFixtureWorkspace } from '../ui/driver/copyFixtureWorkspace';
import { findVSCode } from './findVSCode';
import { isolatedEnv } from './isolatedEnv';
import { makeRunFolder } from './makeRunFolder';
import { projectRoot } from './projectRoot';
import { quietSettings } from './quietSettings';
import { shareSecrets } from './shareSecrets';
import { writeSettings } from './writeSettings';

/** Runs the bundled integration suite inside VS Code, with a loopback Hub beside it; exits with the suite's code. */
async function main(): Promise<void> {
	const vscode = await findVSCode();
	const folder = makeRunFolder('integration');
	const hub = await startLoopbackHub();
	shareSecrets(hub.tokens);
	const userDataDir = path.join(folder.path, 'user');
	writeSettings(path.join(userDataDir, 'User/settings.json'), {
		...quietSettings,
		'hfWorkbench.hub.endpoint': hub.origin,
		'hfWorkbench.inference.routerEndpoint': hub.routerOrigin,
		'hfWorkbench.tokens.allowedOrigins': [hub.origin, hub.routerOrigin],
	});
	const { origin, routerOrigin, tokens } = hub;
	try {
		await runTests({
			vscodeExecutablePath:
				vscode.kind === 'desktop' ? vscode.executable : path.join(__dirname, 'codeShim.mjs'),
			extensionDevelopmentPath: projectRoot,
			extensionTestsPath: path.join(projectRoot, 'dist/test/integration/index'),
			launchArgs: [
				copyFixtureWorkspace('example', folder.path),
				`--user-data-dir=${userDataDir}`,
				`--extensions-dir=${path.join(folder.path, 'extensions')}`,
				'--disable-extensions',
				'--password-store=basic',
			],
			extensionTestsEnv: suiteEnv(folder.path, { origin, routerOrigin, tokens }),
		});
	} finally {
		await hub.stop();
		await folder.release();
	}
}

/** Only what differs from this process's own environment counts; undefined takes a variable away. */
function suiteEnv(home: string, hub: TestHub): NodeJS.ProcessEnv {
	const { HF_WORKBENCH_CACHE, HF_WORKBENCH_COUNTS } = process.env;
	const isolated = isolatedEnv(home, {
		HF_WORKBENCH_CACHE,
		HF_WORKBENCH_COUNTS,
		HF_WORKBENCH_TEST_HUB: JSON.stringify(hub),
	});
	const absent = Object.keys(process.env).filter(name => !(name in isolated));
	return { ...Object.fromEntries(absent.map(name => [name, undefined])), ...isolated };
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
