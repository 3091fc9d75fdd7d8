import path from 'node:path';
import { findVSCode } from '../../host/findVSCode';
import { isolatedEnv } from '../../host/isolatedEnv';
import { makeRunFolder } from '../../host/makeRunFolder';
import { shareSecrets } from '../../host/shareSecrets';
import { sweep } from '../../host/sweep';
import { startLoopbackHub, type LoopbackHub, type LoopbackHubOptions } from '../../hub/loopbackHub';
import { copyFixtureWorkspace } from './copyFixtureWorkspace';
import { openDesktopWindow } from './openDesktopWindow';
import { openWebWindow } from './openWebWindow';
import { packageFixture } from './packageFixture';
import { packagedExtension } from './packagedExtension';
import { THEMES, type Theme } from './themes';
import type { VSCodeWindow, WindowOptions } from './vscodeWindow';
import { Workbench } from './workbench';

export interface SessionOptions {
	/** The name of a folder in `test/fixtures/workspaces`; default `example`. */
	readonly workspace?: string;
	readonly settings?: Readonly<Record<string, unknown>>;
	/** On top of an environment in which nothing is the person's own. */
	readonly env?: NodeJS.ProcessEnv | ((hub: LoopbackHub) => NodeJS.ProcessEnv);
	/** Names of extensions in `test/fixtures/extensions` to install beside ours. */
	readonly extensions?: readonly string[];
	readonly theme?: Theme;
	readonly viewport?: { readonly width: number; readonly height: number };
	readonly deviceScaleFactor?: number;
	readonly hub?: LoopbackHubOptions;
	/**
	 * Whether it is measured: nothing that is posted to pages is kept for the search at the end then, and VS Code moves
	 * as it does for people.
	 */
	readonly measured?: boolean;
	/** For a click, a wait and the like, in milliseconds. */
	readonly stepTimeoutMs?: number;
}

/** A VS Code window with the packaged extension, a fixture workspace, and a loopback Hub that it is pointed at. */
export interface Session {
	/** Another one after each restart. */
	readonly workbench: Workbench;
	readonly hub: LoopbackHub;
	/** The folder that is open. */
	readonly workspace: string;
	/** Where all of VS Code's own files are. */
	readonly dataDir: string;
	/** What VS Code has written since its last start, to its terminal, its consoles and to pages. */
	captured(): string;
	/** Ends VS Code and starts it again with the same profile. */
	restart(): Promise<void>;
	/** Ends everything, and fails if a token of the loopback Hub is found in anything that was written or shown. */
	stop(): Promise<void>;
}

const container = 'Hugging Face';

export async function startSession(options: SessionOptions = {}): Promise<Session> {
	const hub = await startLoopbackHub(options.hub);
	shareSecrets(hub.tokens);
	const folder = makeRunFolder('ui');
	const workspace = copyFixtureWorkspace(options.workspace ?? 'example', folder.path);
	const dataDir = path.join(folder.path, 'vscode');
	const others = await Promise.all((options.extensions ?? []).map(name => packageFixture(name, folder.path)));
	const windowOptions = { ...optionsOf(options, hub, folder.path), dataDir, folder: workspace, others };
	let output = '';
	let port = 0;
	const open = async () => {
		const window = await openWindow({ ...windowOptions, port });
		port = window.port;
		window.page.setDefaultTimeout(options.stepTimeoutMs ?? 30_000);
		const workbench = new Workbench(window.page, container);
		try {
			await workbench.ready();
		} catch (error) {
			await workbench.screenshot('window not ready');
			await window.close();
			throw error;
		}
		return { window, workbench };
	};
	const close = async () => {
		await current.window.close();
		output += current.window.output();
	};
	let current = await open();
	return {
		hub,
		workspace,
		dataDir,
		captured: () => current.window.output(),
		get workbench() {
			return current.workbench;
		},
		async restart() {
			await close();
			current = await open();
		},
		async stop() {
			try {
				await close();
				await hub.stop();
				shareSecrets(hub.oauth.secrets);
				await expectNoSecrets(folder.path, output, hub);
			} finally {
				await folder.release();
			}
		},
	};
}

/** Left out of windows under test: drawn beside the code, and VS Code's own chat, it takes a tenth of all computing. */
const plainWindow = {
	'breadcrumbs.enabled': false,
	'chat.disableAIFeatures': true,
	'editor.minimap.enabled': false,
};

function optionsOf(
	{ settings, env, theme = 'dark', viewport, deviceScaleFactor, measured = false }: SessionOptions,
	hub: LoopbackHub,
	home: string,
): Omit<WindowOptions, 'dataDir' | 'folder' | 'port' | 'others'> {
	return {
		vsix: packagedExtension(),
		settings: {
			// Prose is wrapped otherwise, and the line below is then not the next line of the file.
			'[markdown]': { 'editor.wordWrap': 'off' },
			'workbench.colorTheme': THEMES[theme].id,
			'hfWorkbench.hub.endpoint': hub.origin,
			'hfWorkbench.inference.routerEndpoint': hub.routerOrigin,
			// The person of these tests has allowed both hosts; the one who is asked sets it to nothing.
			'hfWorkbench.tokens.allowedOrigins': [hub.origin, hub.routerOrigin],
			...(measured ? {} : plainWindow),
			...settings,
		},
		env: isolatedEnv(home, typeof env === 'function' ? env(hub) : env),
		viewport: viewport ?? { width: 1280, height: 800 },
		deviceScaleFactor: deviceScaleFactor ?? 1,
		measured,
	};
}

async function openWindow(options: WindowOptions): Promise<VSCodeWindow> {
	const vscode = await findVSCode();
	return vscode.kind === 'web'
		? openWebWindow(vscode.build, options)
		: openDesktopWindow(vscode.executable, options);
}

async function expectNoSecrets(folder: string, output: string, hub: LoopbackHub): Promise<void> {
	const { findings } = await sweep({
		folders: [folder],
		texts: { 'what VS Code wrote and showed': output },
		secrets: { ...hub.tokens, ...hub.oauth.secrets },
	});
	if (findings.length > 0) {
		const places = findings.map(({ secret, form, where }) => `  ${secret} (${form}) in ${where}`);
		throw new Error(`Tokens were found where none may be:\n${places.join('\n')}`);
	}
}
