import { lazy } from '../util/lazy';
import type { HubAccess } from './hubAccess';

/** The same, loaded by the first call. A load that failed is tried again by the next call. */
export function lazyHubAccess(load: () => Promise<HubAccess>): HubAccess {
	const access = lazy(load);
	return {
		access: async (repo, signal) => (await access()).access(repo, signal),
		requests: async (repo, status, signal) => (await access()).requests(repo, status, signal),
		answer: async (repo, user, answer, signal) => (await access()).answer(repo, user, answer, signal),
	};
}
