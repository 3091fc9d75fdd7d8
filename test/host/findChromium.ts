import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { progress } from './progress';
import { runProgram } from './runProgram';

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
	linux: [
		// Without the browser's own windows, which nobody sees here and which take a tenth of all computing.
		'/usr/bin/chromium-headless-shell',
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/usr/bin/google-chrome-stable',
		'/usr/bin/microsoft-edge',
	],
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: [
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
		'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
	],
};

/**
 * The executable of a Chromium: the one that `CHROMIUM_PATH` names, else one that is installed.
 * On Debian, as root, a missing one is installed.
 */
export async function findChromium(): Promise<string> {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (!existsSync(named)) {
			throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
		}
		return named;
	}
	const installed = installedChromium();
	if (installed) {
		return installed;
	}
	if (await mayInstall()) {
		await installChromium();
		const found = installedChromium();
		if (found) {
			return found;
		}
	}
	throw new Error(
		'These tests need Chromium, Chrome or Edge, and none was found. ' +
			(process.platform === 'linux'
				? 'Install one (on Debian: `sudo apt-get install chromium`'
				: 'Install one (`npx playwright-core install chromium`') +
			'), or name its executable in CHROMIUM_PATH.',
	);
}

function installedChromium(): string | undefined {
	return [...(usualPlaces[process.platform] ?? []), chromium.executablePath()].find(file => existsSync(file));
}

async function mayInstall(): Promise<boolean> {
	const system = await readFile('/etc/os-release', 'utf8').catch(() => '');
	return /^ID=debian$/m.test(system) && process.getuid?.() === 0;
}

async function installChromium(): Promise<void> {
	const started = Date.now();
	progress('Installing Chromium with apt-get (about 80 MB to load)');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await runProgram('apt-get', ['update'], { env });
	const install = (browser: string) =>
		runProgram(
			'apt-get',
			['install', '--yes', '--no-install-recommends', browser, 'fonts-liberation', 'fonts-dejavu-core'],
			{ env },
		);
	// Older releases have only the whole browser.
	const { code } = await install('chromium-headless-shell');
	const { code: wholeCode, output } = code === 0 ? { code, output: '' } : await install('chromium');
	if (wholeCode !== 0) {
		throw new Error(`apt-get could not install Chromium (it ended with ${wholeCode}):\n${output}`);
	}
	progress(`Installed Chromium in ${((Date.now() - started) / 1_000).toFixed(0)} s`);
}
