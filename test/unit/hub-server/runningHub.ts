import { InferenceClient, setLogger } from '@huggingface/inference';
import { loopbackFetch } from '../../hub/loopbackFetch';
import { type LoopbackHub, type LoopbackHubOptions, startLoopbackHub } from '../../hub/loopbackHub';
import type { TokenName } from '../../hub/testTokens';

/** A Hub for the tests of one suite, and what the unmodified clients need to talk to it. */
export interface RunningHub {
	readonly hub: LoopbackHub;
	/** Arguments that every call of `@huggingface/hub` takes; without a name, nobody is signed in. */
	hubCall(token?: TokenName): { readonly fetch: typeof fetch; readonly accessToken?: string };
	/** A client of the Inference Providers that never retries by itself. */
	inference(token: TokenName): InferenceClient;
	/** A request of our own to the Hub (default) or the router. */
	request(
		path: string,
		init?: RequestInit & { readonly token?: TokenName; readonly router?: boolean },
	): Promise<Response>;
}

function quiet(): void {
	const silent = () => undefined;
	setLogger({ debug: silent, error: silent, info: silent, log: silent, warn: silent });
}

/** Starts a Hub before the tests of the suite that calls this, resets it after each, and stops it after them all. */
export function runningHub(options: LoopbackHubOptions = { deltaGapMs: 0 }): RunningHub {
	let started: LoopbackHub | undefined;
	const current = () => {
		if (!started) {
			throw new Error('The Hub is not running yet');
		}
		return started;
	};
	before(async () => {
		quiet();
		started = await startLoopbackHub(options);
	});
	afterEach(() => current().reset());
	after(() => current().stop());
	return {
		get hub() {
			return current();
		},
		hubCall: token => ({
			fetch: loopbackFetch(current()),
			...(token === undefined ? {} : { accessToken: current().tokens[token] }),
		}),
		inference: token =>
			new InferenceClient(current().tokens[token], {
				fetch: loopbackFetch(current()),
				retry_on_error: false,
			}),
		request: (path, { token, router = false, ...init } = {}) => {
			const headers = new Headers(init.headers);
			if (token !== undefined) {
				headers.set('Authorization', `Bearer ${current().tokens[token]}`);
			}
			return fetch((router ? current().routerOrigin : current().origin) + path, { ...init, headers });
		},
	};
}
