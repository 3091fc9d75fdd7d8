import path from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../test/host/cacheFolder';
import { isolatedEnv } from '../test/host/isolatedEnv';
import { makeRunFolder } from '../test/host/makeRunFolder';
import { progress } from '../test/host/progress';
import { startLoopbackHub, type LoopbackHub } from '../test/hub/loopbackHub';
import { copyFixtureWorkspace } from '../test/ui/driver/copyFixtureWorkspace';
import { findStartVSCode } from './findStartVSCode';
import { openDesktop } from './openDesktop';
import { openWeb } from './openWeb';
import { packageExtension } from './packageExtension';
import { parseTheme } from './parseTheme';
import type { StartRequest } from './startRequest';
import { takePicture } from './takePicture';

/** Opens VS Code with the extension on an example workspace, pointed at a loopback Hub, until Ctrl+C. */
export async function start(args: readonly string[]): Promise<void> {
	const { values } = parseArgs({
		args: [...args],
		options: {
			live: { type: 'boolean', default: false },
			picture: { type: 'string' },
			theme: { type: 'string', default: 'dark' },
		},
	});
	const theme = parseTheme(values.theme);
	if (values.picture) {
		process.env.HF_WORKBENCH_VSIX = await packageExtension();
		await takePicture(path.resolve(values.picture), theme);
		return;
	}
	const vscode = await findStartVSCode();
	const vsix = await packageExtension();
	const hub = values.live ? undefined : await startLoopbackHub();
	const home = hub ? makeRunFolder('start') : keptFolder();
	const folder = copyFixtureWorkspace('example', home.path);
	const request: StartRequest = {
		vsix,
		folder,
		dataDir: path.join(home.path, 'vscode'),
		...pointedAt(hub, home.path),
	};
	const interrupted = new Promise<void>(resolve => process.once('SIGINT', () => resolve()));
	try {
		const opened =
			vscode.kind === 'web'
				? await openWeb(vscode.build, request)
				: await openDesktop(vscode.executable, request);
		explain(hub);
		await Promise.race([interrupted, opened.closed]);
		progress('Ending');
		await opened.close();
	} finally {
		await hub?.stop();
		await home.release();
	}
}

/** With huggingface.co, what a person has set up is still there the next time. */
function keptFolder(): ReturnType<typeof makeRunFolder> {
	return { path: path.join(cacheFolder(), 'live'), release: () => Promise.resolve() };
}

/** The loopback Hub's tokens are made anew each time. One is handed over as `HF_TOKEN`, so that the first run works. */
function pointedAt(hub: LoopbackHub | undefined, home: string): Pick<StartRequest, 'settings' | 'env'> {
	if (!hub) {
		return { settings: {}, env: process.env };
	}
	return {
		settings: {
			'hfWorkbench.hub.endpoint': hub.origin,
			'hfWorkbench.inference.routerEndpoint': hub.routerOrigin,
			'hfWorkbench.tokens.allowedOrigins': [hub.origin, hub.routerOrigin],
		},
		env: isolatedEnv(home, { HF_TOKEN: hub.tokens.fineGrainedInference }),
	};
}

function explain(hub: LoopbackHub | undefined): void {
	const lines = hub
		? [
				`The Hub is a loopback one at ${hub.origin}: nothing leaves this machine, and its models are small stand-ins.`,
				'A token for it is in the HF_TOKEN that VS Code was started with, so running a model works at once:',
				'open tides.py, select some lines, right-click, Hugging Face > Explain Selection.',
				`To try Hugging Face: Add Token…, paste ${hub.tokens.write} (worth nothing anywhere else).`,
			]
		: ['The Hub is huggingface.co, with your own token: runs may cost money.'];
	console.log(['', ...lines, 'Ctrl+C ends everything.', ''].join('\n  '));
}
