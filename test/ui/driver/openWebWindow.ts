import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { installVsix } from '../../host/installVsix';
import { launchBrowser } from '../../host/launchBrowser';
import { pageUrl } from '../../host/pageUrl';
import type { WebBuild } from '../../host/webBuild';
import { startWebServer } from '../../host/webServer';
import { extensionsWith } from './extensionsWith';
import { PageCapture } from './pageCapture';
import type { VSCodeWindow, WindowOptions } from './vscodeWindow';

/** Opens VS Code's web build in a Chromium, with the packaged extension installed. */
export async function openWebWindow(build: WebBuild, options: WindowOptions): Promise<VSCodeWindow> {
	const { dataDir, vsix, folder, port, env, settings, viewport, deviceScaleFactor } = options;
	if (!existsSync(path.join(dataDir, 'extensions'))) {
		await cp(await extensionsWith(build, vsix), path.join(dataDir, 'extensions'), { recursive: true });
		for (const file of options.others) {
			await installVsix(build, file, dataDir);
		}
	}
	const server = await startWebServer({ build, dataDir, port, env, settings });
	try {
		const context = await launchBrowser({
			dataDir,
			viewport,
			deviceScaleFactor,
			motion: options.measured,
		});
		const capture = new PageCapture();
		if (!options.measured) {
			await capture.attach(context);
		}
		const page = context.pages()[0] ?? (await context.newPage());
		// A window with unsaved text asks before it is left.
		page.on('dialog', dialog => void dialog.accept());
		await page.goto(pageUrl(server, { open: folder }));
		return {
			page,
			port: server.port,
			output: () => server.output() + capture.text(),
			async close() {
				// Left as a person leaves it, the window writes down what it is to remember; else only once it has nothing else to do.
				await page.goto('about:blank').catch(() => undefined);
				await context.close();
				await server.stop();
			},
		};
	} catch (error) {
		await server.stop();
		throw error;
	}
}
