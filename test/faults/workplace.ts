import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Hub } from '../../src/hub/hub';
import { createHubAccess } from '../../src/hub/accessClient';
import type { HubAccess } from '../../src/hub/hubAccess';
import { createHub } from '../../src/hub/hubClient';
import { createInference } from '../../src/inference/createInference';
import type { Inference } from '../../src/inference/inference';
import type { CredentialSource } from '../../src/net/credential';
import type { Endpoints } from '../../src/net/endpoints';
import { openOperation } from '../../src/net/openOperation';
import { RateLimits } from '../../src/net/rateLimits';
import { Runs } from '../../src/results/runs';
import { RunStore } from '../../src/results/runStore';
import { readStoredRun } from '../../src/results/readStoredRun';
import type { StoredRun } from '../../src/results/storedRun';
import type { Problem } from '../../src/shared/problem';
import { createOAuthClient } from '../../src/tokens/oauth/oauthClient';
import type { Tokens } from '../../src/tokens/tokens';
import { makeRunFolder, type RunFolder } from '../host/makeRunFolder';
import type { LoopbackHub } from '../hub/loopbackHub';
import { FakeEditor } from '../unit/tokens/fakeEditor';
import { makeMediaFiles, type MediaFiles } from '../unit/inference/mediaFiles';
import { newToken } from '../unit/tokens/newToken';

/** Milliseconds after which an answer that does not go on counts as stalled: long for a machine, short for a test. */
const STALL_TIMEOUT = 500;
/** Milliseconds that an impatient workplace waits for an answer that is never going to come. */
const IMPATIENCE = 150;

/** Milliseconds that the secret store may take. */
const KEYRING_PATIENCE = 300;

/** One user's domains, wired as in a window and pointed at a loopback Hub, with an editor's storage in memory. */
export class Workplace {
	readonly editor = new FakeEditor();
	readonly tokens: Tokens & { dispose(): void };
	readonly hub: Hub;
	readonly access: HubAccess;
	readonly inference: Inference;
	/** How sign-ins are asked for and renewed. */
	readonly oauth = createOAuthClient(() => (this.isImpatient ? IMPATIENCE : this.signInPatience));
	/** What could not be written. */
	readonly diskProblems: Problem[] = [];
	/** Another window's, after `reload`. */
	runs: Runs;
	endpoints: Endpoints;
	/** Milliseconds that the page of sign-ins is waited for: nobody's cancelling ends that, so that no new token is lost. */
	signInPatience = 30_000;
	/** Gives up at once on answers that do not come. */
	isImpatient = false;
	/** Milliseconds that have gone by for the rate limits, on top of those of the clock. */
	laterBy = 0;
	/** How a run waits for a model that is being loaded: not at all. */
	pause = async (_milliseconds: number, signal: AbortSignal): Promise<void> => signal.throwIfAborted();
	private store: RunStore;

	private constructor(
		readonly loopback: LoopbackHub,
		private readonly runFolder: RunFolder,
		stallTimeout: number,
	) {
		const endpoints = () => this.endpoints;
		const deadline = () => (this.isImpatient ? IMPATIENCE : 60_000);
		this.endpoints = { hub: loopback.origin, router: loopback.routerOrigin };
		({ tokens: this.tokens } = this.editor.openWindow({
			hubOrigins: () => [this.endpoints.hub, this.endpoints.router],
			allowedOrigins: () => [this.endpoints.hub, this.endpoints.router],
			patience: KEYRING_PATIENCE,
			oauth: {
				client: this.oauth,
				lease: { hold: (_name, work) => work() },
				pause: async () => undefined,
			},
		}));
		const credentials: CredentialSource = (permission, signal, on) =>
			this.tokens.credential(permission, signal, on);
		const hubOptions = {
			endpoints,
			credentials,
			limits: new RateLimits(() => Date.now() + this.laterBy),
			logPause: 1,
			get deadline() {
				return deadline();
			},
		};
		this.hub = createHub(hubOptions);
		this.access = createHubAccess(hubOptions);
		this.inference = createInference({
			endpoints: {
				get hub() {
					return endpoints().hub;
				},
				get router() {
					return endpoints().router;
				},
			},
			credentials,
			openOperation: options =>
				openOperation(this.isImpatient ? { ...options, headersTimeout: IMPATIENCE } : options),
			providerPolicy: () => 'auto',
			billTo: () => undefined,
			pause: (milliseconds, signal) => this.pause(milliseconds, signal),
			stallTimeout,
		});
		[this.store, this.runs] = this.openHistory();
	}

	/** With a token in the vault. */
	static async open(loopback: LoopbackHub, stallTimeout = STALL_TIMEOUT): Promise<Workplace> {
		const place = new Workplace(loopback, makeRunFolder('faults'), stallTimeout);
		await place.tokens.add(newToken({ name: 'vscode' }), loopback.tokens.write);
		return place;
	}

	/** A picture and a sound to run on. */
	get media(): MediaFiles {
		return makeMediaFiles(this.runFolder.path);
	}

	/** Where the history is kept. */
	get folder(): string {
		return path.join(this.runFolder.path, 'runs');
	}

	/** The window goes away and another one opens on the same folder. */
	async reload(): Promise<void> {
		this.shutHistory();
		await this.reopen();
	}

	/** Another window opens on the same folder, and the one before had no time to do anything. */
	async reopen(): Promise<void> {
		[this.store, this.runs] = this.openHistory();
		await this.runs.load();
	}

	/** A run as the history on disk has it, once it has been written after its end. */
	async saved(id: string): Promise<StoredRun> {
		for (;;) {
			const text = await readFile(path.join(this.folder, `${id}.json`), 'utf8').catch(() => 'null');
			const stored: unknown = JSON.parse(text);
			const run = readStoredRun(stored);
			const isRunning = run?.state.type === 'failed' && run.state.problem.code === 'interrupted';
			if (run && !isRunning) {
				return run;
			}
			await delay(2);
		}
	}

	/** Everything that lies in the history's folder, pictures and sounds included, as one text, once every run has been written after its end. */
	async onDisk(): Promise<string> {
		await Promise.all(this.runs.all.map(({ id }) => this.saved(id)));
		for (;;) {
			// There is no folder before the first run.
			const entries = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
			const files = entries.filter(entry => entry.isFile());
			try {
				const texts = files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'utf8'));
				return (await Promise.all(texts)).join('\n');
			} catch (error) {
				// What was being written when the folder was listed has its final name by now.
				if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
					throw error;
				}
			}
		}
	}

	async close(): Promise<void> {
		this.shutHistory();
		this.tokens.dispose();
		await this.runFolder.release();
	}

	private openHistory(): [RunStore, Runs] {
		const store = new RunStore(this.folder, problem => this.diskProblems.push(problem));
		return [store, new Runs(this.inference, store)];
	}

	private shutHistory(): void {
		this.runs.dispose();
		this.store.dispose();
	}
}
