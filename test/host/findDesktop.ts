import { existsSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { cacheFolder } from './cacheFolder';
import { progress } from './progress';
import { runProgram } from './runProgram';

/** The executable of a desktop VS Code, or a sentence that says why there is none. */
export type Desktop = { readonly executable: string } | { readonly unavailable: string };

const updateServer = 'https://update.code.visualstudio.com/api/releases/stable';
const reachableWithinMs = 4_000;
const idleDownloadMs = 15_000;

/**
 * Finds a desktop VS Code: the one that `VSCODE_PATH` names, else a downloaded one. Where it cannot run or cannot be
 * had, that is known within seconds. (The download and what follows it have been written for macOS, Windows and a
 * Linux with a screen, and could not be run where this was made.)
 */
export async function findDesktop(): Promise<Desktop> {
	const named = process.env.VSCODE_PATH;
	if (named) {
		if (!existsSync(named)) {
			throw new Error(`VSCODE_PATH names ${named}, and there is no such file.`);
		}
		return { executable: named };
	}
	if (!hasScreen()) {
		return { unavailable: 'there is no screen to show a desktop VS Code on' };
	}
	const unreachable = await whyUnreachable();
	return unreachable ? { unavailable: unreachable } : download();
}

function hasScreen(): boolean {
	const { DISPLAY, WAYLAND_DISPLAY } = process.env;
	return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

async function whyUnreachable(): Promise<string | undefined> {
	// Behind a proxy only the downloader, which honours it, can tell.
	if (process.env.HTTPS_PROXY ?? process.env.https_proxy) {
		return undefined;
	}
	try {
		const response = await fetch(updateServer, { signal: AbortSignal.timeout(reachableWithinMs) });
		await response.body?.cancel();
		return response.ok ? undefined : `VS Code's download server answered ${response.status}`;
	} catch {
		return "VS Code's download server cannot be reached";
	}
}

async function download(): Promise<Desktop> {
	progress('Looking for a desktop VS Code (about 150 MB to load the first time)');
	try {
		const executable = await downloadAndUnzipVSCode({
			version: process.env.HF_WORKBENCH_VSCODE_VERSION ?? 'stable',
			cachePath: path.join(cacheFolder(), 'desktop'),
			timeout: idleDownloadMs,
		});
		return (await canRun(executable)) ? { executable } : { unavailable: 'a desktop VS Code cannot run here' };
	} catch (error) {
		return { unavailable: `the download failed: ${error instanceof Error ? error.message : String(error)}` };
	}
}

/** Asking for the version starts Electron, which fails at once where one of its shared libraries is missing. */
async function canRun(executable: string): Promise<boolean> {
	const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
	const shell = process.platform === 'win32';
	const { code } = await runProgram(cli, [...args, '--version', ...rootArguments()], { shell });
	return code === 0;
}

function rootArguments(): string[] {
	return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
