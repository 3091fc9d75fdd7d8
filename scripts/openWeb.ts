import { spawn } from 'node:child_process';
import { installVsix } from '../test/host/installVsix';
import { pageUrl } from '../test/host/pageUrl';
import { progress } from '../test/host/progress';
import type { WebBuild } from '../test/host/webBuild';
import { startWebServer } from '../test/host/webServer';
import { freePort } from './freePort';
import type { Opened } from './opened';
import type { StartRequest } from './startRequest';

/** The browser keeps secrets per origin, so the address should be the same each time. */
const usualPort = 8910;

/** Serves VS Code's web build on this machine, says where, and opens the browser if there is one. */
export async function openWeb(build: WebBuild, start: StartRequest): Promise<Opened> {
	const { vsix, dataDir, folder, settings, env } = start;
	await installVsix(build, vsix, dataDir);
	const server = await startWebServer({ build, dataDir, settings, env, port: await freePort(usualPort) });
	const address = pageUrl(server, { open: folder });
	progress(`VS Code is at ${address}`);
	openBrowser(address);
	return { closed: server.ended, close: () => server.stop() };
}

function openBrowser(address: string): void {
	const { DISPLAY, WAYLAND_DISPLAY } = process.env;
	const command =
		process.platform === 'darwin' ? 'open' : (DISPLAY ?? WAYLAND_DISPLAY) ? 'xdg-open' : undefined;
	if (command) {
		// Without a browser to open, the printed address is all there is.
		spawn(command, [address], { stdio: 'ignore', detached: true }).once('error', () => undefined);
	}
}
