import { isIP } from 'node:net';
import { openOperation } from '../net/openOperation';
import { problemOf } from '../util/problemOf';
import { timeoutSignal } from '../util/timeoutSignal';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import type { PageState } from './checkReferences';

/** Milliseconds for one page. */
const PATIENCE = 10_000;
/** Methods that some servers do not know, or do not let everybody use. */
const NOT_FOR_HEAD: ReadonlySet<number> = new Set([403, 405, 501]);

/** Whether a page of the web is there. Nothing of the user's goes along, and no body is read. */
export async function pageState(
	url: string,
	signal: AbortSignal,
	/** The way out. */
	open: typeof openOperation = openOperation,
): Promise<PageState> {
	const { origin, hostname } = new URL(url);
	if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || !hostname.includes('.')) {
		return 'private';
	}
	const operation = open({
		origins: [origin],
		credential: undefined,
		signal: AbortSignal.any([signal, timeoutSignal(PATIENCE)]),
		headersTimeout: PATIENCE,
	});
	const ask = async (method: 'HEAD' | 'GET') => {
		const response = await operation.fetch(url, { method });
		await response.body?.cancel().catch(() => undefined);
		return response.status;
	};
	try {
		const status = await ask('HEAD');
		return stateOf(NOT_FOR_HEAD.has(status) ? await ask('GET') : status);
	} catch (error) {
		const problem = problemOf(error);
		if (signal.aborted) {
			throw error;
		}
		// It is moved to another host, which a reader's browser follows.
		return problem.code === 'network.redirect' ? 'there' : { unknown: wordProblemWithoutRun(problem).title };
	}
}

function stateOf(status: number): PageState {
	if (status === 404 || status === 410) {
		return 'gone';
	}
	// What asks for a sign-in is there.
	return status < 400 || status === 401 || status === 403 || status === 429
		? 'there'
		: { unknown: `It answers with status ${status}.` };
}
