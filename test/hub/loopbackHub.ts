import { makeCatalogue } from './catalogue/catalogue';
import { FaultPlan, type Faults } from './faults';
import { foreignApp } from './foreignApp';
import { hubApp } from './hubApp';
import { type Listener, listen } from './listener';
import { RateLimit } from './rateLimit';
import { RepoStore } from './repoStore';
import { routerApp } from './routerApp';
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
}

/** A Hub and an inference router on 127.0.0.1 that speak the real wire protocol. */
export interface LoopbackHub {
	/** Stands for `https://huggingface.co`: `http://127.0.0.1:PORT`. */
	readonly origin: string;
	/** Stands for `https://router.huggingface.co`. */
	readonly routerOrigin: string;
	/** An origin that belongs to nobody; faults redirect to it. It writes down what it was sent. */
	readonly foreignOrigin: string;
	readonly tokens: TestTokens;
	readonly traffic: Traffic;
	readonly faults: Faults;
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
		store: new RepoStore(makeCatalogue()),
		traffic,
		faults: new FaultPlan(),
		rateLimit: new RateLimit(),
		deltaGapMs: options.deltaGapMs ?? 5,
		stopped: stopping.signal,
		origins: { hub: '', router: '', foreign: '' },
	};
	const reset = () => {
		world.faults.clear();
		world.store.reset();
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
		world.origins.foreign = await start(foreignApp(world));
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		origin: world.origins.hub,
		routerOrigin: world.origins.router,
		foreignOrigin: world.origins.foreign,
		tokens: world.tokens,
		traffic,
		faults: world.faults,
		reset,
		stop,
	};
}
