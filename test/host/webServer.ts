import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isolatedEnv } from './isolatedEnv';
import { machineSettings } from './machineSettings';
import { projectRoot } from './projectRoot';
import { quietSettings } from './quietSettings';
import type { WebBuild } from './webBuild';
import { writeSettings } from './writeSettings';

export interface WebServerOptions {
	readonly build: WebBuild;
	/** Settings, extensions and keys live here; start again with the same folder and port to find them again. */
	readonly dataDir: string;
	/** 0, the default, takes a free one. The browser keeps secrets per origin, so they need the same port. */
	readonly port?: number;
	/** The whole environment; by default an isolated one. */
	readonly env?: NodeJS.ProcessEnv;
	readonly settings?: Readonly<Record<string, unknown>>;
	/** The folder of the extension whose manifest says which settings are `machine` scoped. */
	readonly extension?: string;
	/** Needed for `extensionDevelopmentPath` in the page; it also hides every notification toast. */
	readonly testDriver?: boolean;
}

export interface WebServer {
	readonly port: number;
	readonly origin: string;
	/** All that the server and the extension hosts have written so far. */
	output(): string;
	/** Resolves with a sentence if the extension host dies instead of ending. */
	readonly crashed: Promise<string>;
	/** Resolves when the server has ended, for whatever reason. */
	readonly ended: Promise<void>;
	/** Ends the server with everything that it has started. */
	stop(): Promise<void>;
}

const stopGraceMs = 2_000;

/** Starts VS Code's web server on 127.0.0.1 and resolves once it listens. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
	const { build, dataDir, settings = {}, extension = projectRoot } = options;
	writeSettings(path.join(dataDir, 'data/User/settings.json'), { ...quietSettings, ...settings });
	writeSettings(path.join(dataDir, 'data/Machine/settings.json'), machineSettings(settings, extension));
	const child = spawn(build.node, serverArguments(options), {
		// Its own process group, so that the extension hosts end with it.
		detached: process.platform !== 'win32',
		stdio: ['pipe', 'pipe', 'pipe'],
		env: { ...(options.env ?? isolatedEnv(dataDir)), EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
	});
	const killAtExit = () => killGroup(child, 'SIGKILL');
	process.on('exit', killAtExit);
	const stop = async () => {
		await endGroup(child);
		process.off('exit', killAtExit);
	};
	try {
		const { port, output, crashed } = await listening(child);
		const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
		return { port, origin: `http://127.0.0.1:${port}`, output, crashed, ended, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

function serverArguments({ build, dataDir, port = 0, testDriver }: WebServerOptions): string[] {
	return [
		path.join(__dirname, 'webBuild/serverEntry.mjs'),
		build.folder,
		...['--host', '127.0.0.1', '--port', String(port)],
		...['--server-data-dir', dataDir, '--extensions-dir', path.join(dataDir, 'extensions')],
		...['--builtin-extensions-dir', build.builtins],
		'--without-connection-token',
		'--accept-server-license-terms',
		'--disable-workspace-trust',
		'--disable-telemetry',
		'--disable-getting-started-override',
		'--disable-update-check',
		// A host without a port: its agent process, which has no use here and crashes, is never started.
		...['--agent-host-bridge-host', '127.0.0.1'],
		...(testDriver ? ['--enable-smoke-test-driver'] : []),
	];
}

function listening(child: ChildProcess): Promise<Pick<WebServer, 'port' | 'output' | 'crashed'>> {
	let text = '';
	let reportCrash: (why: string) => void;
	const crashed = new Promise<string>(resolve => (reportCrash = resolve));
	const output = () => text;
	return new Promise((resolve, reject) => {
		const onData = (chunk: Buffer) => {
			text += chunk.toString();
			const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
			if (port) {
				resolve({ port: Number(port), output, crashed });
			}
			const death = crashIn(chunk.toString());
			if (death) {
				reportCrash(death);
			}
		};
		child.stdout?.on('data', onData);
		child.stderr?.on('data', onData);
		child.once('error', reject);
		child.once('exit', code =>
			reject(new Error(`VS Code's server ended with ${code} before it listened:\n${text}`)),
		);
	});
}

function crashIn(line: string): string | undefined {
	const [, code, signal] = /Extension Host Process exited with code: (\w+), signal: (\w+)/.exec(line) ?? [];
	const asked = code === '0' || signal === 'SIGTERM';
	return code === undefined || asked
		? undefined
		: `The extension host died (code ${code}, signal ${signal}).`;
}

async function endGroup(child: ChildProcess): Promise<void> {
	if (child.exitCode === null && child.signalCode === null) {
		const gone = new Promise(resolve => child.once('exit', resolve));
		killGroup(child, 'SIGTERM');
		await Promise.race([gone, delay(stopGraceMs, undefined, { ref: false })]);
	}
	killGroup(child, 'SIGKILL');
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
	if (pid !== undefined) {
		try {
			process.kill(process.platform === 'win32' ? pid : -pid, signal);
		} catch {
			// It is gone already.
		}
	}
}
