// The commands of this project: `node scripts/run.mjs start | test | unit | page | integration | ui | faults | bench | package`.
// This file needs nothing but Node: it installs what the commands themselves are written with, and then starts them.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = 20;

function refuseOldNode() {
	const major = Number(process.versions.node.split('.')[0]);
	if (major < oldestNode) {
		console.error(`Node ${oldestNode} or newer is needed, and this is ${process.versions.node}.`);
		process.exit(1);
	}
}

function readPackages(lockFile) {
	return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}

/** Whether what npm says it has installed is what the lock file asks for. A package for another system may be missing. */
function packagesAreThere() {
	const wanted = readPackages(join(root, 'package-lock.json'));
	const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
	return (
		installed !== undefined &&
		Object.entries(wanted).every(([folder, { version, optional, devOptional }]) =>
			folder in installed ? installed[folder].version === version : folder === '' || optional || devOptional,
		)
	);
}

function installPackages() {
	if (packagesAreThere()) {
		return;
	}
	const started = Date.now();
	console.log('· Installing packages (npm ci)');
	const npm = process.env.npm_execpath;
	const { status } = npm?.endsWith('.js')
		? spawnSync(process.execPath, [npm, 'ci', '--no-audit'], { cwd: root, stdio: 'inherit' })
		: spawnSync('npm', ['ci', '--no-audit'], {
				cwd: root,
				stdio: 'inherit',
				shell: process.platform === 'win32',
			});
	if (status !== 0) {
		console.error('The packages could not be installed; npm says why above.');
		process.exit(1);
	}
	console.log(`· Installed packages in ${((Date.now() - started) / 1_000).toFixed(0)} s`);
}

refuseOldNode();
installPackages();
const command = spawn(
	process.execPath,
	['--import', 'tsx', join(root, 'scripts/main.ts'), ...process.argv.slice(2)],
	{
		cwd: root,
		stdio: 'inherit',
	},
);
// Ctrl+C reaches the command as well, which cleans up; this process waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => signal !== 'SIGINT' && command.kill(signal));
}
command.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
