import type { RepoKind } from './catalogue/repo';
import { AccessRequests, type AccessState } from './catalogue/accessRequests';
import type { AccountName } from './accounts';
import { makeCatalogue } from './catalogue/catalogue';
import { FaultPlan, type Faults } from './faults';
import { foreignApp } from './foreignApp';
import { hubApp } from './hubApp';
import { type Listener, listen } from './listener';
import { OAuthServer } from './oauth/oauthServer';
import { RateLimit } from './rateLimit';
import { revisionOf } from './repoRoutes';
import { type NewFile, RepoStore } from './repoStore';
import { routerApp } from './routerApp';
import { storageApp } from './storageApp';
import { makeTestTokens, type TestTokens } from './testTokens';
import { type Traffic, TrafficLog } from './traffic';
import type { World } from './world';

export interface LoopbackHubOptions {
	/** Of the Hub; 0 (the default) takes any that is free. */
	readonly port?: number;
	/** Of the router; likewise. */
	readonly routerPort?: number;
	/** Milliseconds between two pieces of a streamed answer; 0 writes as fast as the client reads. Default 5. */
	readonly deltaGapMs?: number;
	/** Whether large files come from another origin, as on the real Hub. Default true. */
	readonly redirectsToStorage?: boolean;
	/** An upload of more than so many bytes goes in parts of that size. Default 8 MiB. */
	readonly partBytes?: number;
}

/** A Hub and an inference router on 127.0.0.1 that speak the real wire protocol. */
export interface LoopbackHub {
	/** Stands for `https://huggingface.co`: `http://127.0.0.1:PORT`. */
	readonly origin: string;
	/** Stands for `https://router.huggingface.co`. */
	readonly routerOrigin: string;
	/** Stands for the storage of large files: `http://127.0.0.1:PORT`. */
	readonly storageOrigin: string;
	/** An origin that belongs to nobody; faults redirect to it. It writes down what it was sent. */
	readonly foreignOrigin: string;
	readonly tokens: TestTokens;
	/** Signing in with a browser: what the user says there, and all values that were given out. */
	readonly oauth: OAuthServer;
	readonly traffic: Traffic;
	readonly faults: Faults;
	/** Adds a repository with these files, or a commit with exactly these to the `main` of the one that is there. */
	commit(kind: RepoKind, id: string, files: readonly NewFile[], title?: string): void;
	/** The files of a branch, by path. */
	files(kind: RepoKind, id: string, revision?: string): ReadonlyMap<string, Uint8Array>;
	/** Says what became of an account's request for access to a gated repository. */
	setAccess(id: string, account: AccountName, state: AccessState): void;
	/** Takes a token for so many requests more after it was revoked, as a Hub of many machines may. */
	linger(requests: number): void;
	/** Forgets faults, recorded requests and every change to the repositories. */
	reset(): void;
	/** Tears down every connection and lets the ports go. */
	stop(): Promise<void>;
}

export async function startLoopbackHub(options: LoopbackHubOptions = {}): Promise<LoopbackHub> {
	const stopping = new AbortController();
	const traffic = new TrafficLog();
	const world: World = {
		tokens: makeTestTokens(),
		revoked: new Map(),
		lingering: 0,
		store: new RepoStore(makeCatalogue()),
		accessRequests: new AccessRequests(),
		traffic,
		oauth: new OAuthServer(),
		faults: new FaultPlan(),
		rateLimit: new RateLimit(),
		deltaGapMs: options.deltaGapMs ?? 5,
		stopped: stopping.signal,
		origins: { hub: '', router: '', storage: '', foreign: '' },
		redirectsToStorage: options.redirectsToStorage ?? true,
		objects: new Map(),
		partBytes: options.partBytes ?? 8 * 1024 * 1024,
	};
	const reset = () => {
		world.faults.clear();
		world.store.reset();
		world.revoked.clear();
		world.lingering = 0;
		world.accessRequests.reset();
		world.objects.clear();
		traffic.clear();
	};
	const listeners: Listener[] = [];
	const start = async (app: Parameters<typeof listen>[0], port = 0) => {
		const listener = await listen(app, port, traffic);
		listeners.push(listener);
		return listener.origin;
	};
	const stop = async () => {
		stopping.abort();
		await Promise.all(listeners.map(listener => listener.close()));
	};
	try {
		world.origins.hub = await start(hubApp(world, reset), options.port);
		world.origins.router = await start(routerApp(world), options.routerPort);
		world.origins.storage = await start(storageApp(world));
		world.origins.foreign = await start(foreignApp(world));
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		origin: world.origins.hub,
		routerOrigin: world.origins.router,
		storageOrigin: world.origins.storage,
		foreignOrigin: world.origins.foreign,
		tokens: world.tokens,
		oauth: world.oauth,
		traffic,
		faults: world.faults,
		commit: (kind, id, files, title) => world.store.commit(kind, id, files, title),
		files: (kind, id, revision = 'main') => {
			const repo = world.store.get(kind, id);
			const files = repo ? revisionOf(repo, revision).files : [];
			return new Map(files.map(file => [file.path, file.content()]));
		},
		setAccess: (id, account, state) => world.accessRequests.set(id, account, state),
		linger: requests => {
			world.lingering = requests;
		},
		reset,
		stop,
	};
}
