import { AnswerCache } from '../net/answerCache';
import { callerKey } from '../net/callerKey';
import type { Credential } from '../net/credential';
import { ProblemError } from '../util/problemError';
import { SharedWork } from '../util/sharedWork';

/**
 * What the Hub has answered, for whatever asks it: the answers with their entity tags, and those that several wait for at the same
 * time. What a token may see is kept apart from what any other may; the contents of files are none of it.
 */
export class HubAnswers {
	readonly cache = new AnswerCache();
	private readonly shared = new SharedWork();

	/**
	 * One answer for all who ask for the same (`key`) of the same Hub at the same time. It is shared by whose it is, so `ask` has to
	 * ask as this very credential.
	 */
	async once<T>(
		credential: Credential | undefined,
		{ hub, key, signal }: { readonly hub: string; readonly key: string; readonly signal: AbortSignal },
		ask: (signal: AbortSignal) => Promise<T>,
	): Promise<T> {
		try {
			return await this.shared.run(JSON.stringify([callerKey(credential), hub, key]), signal, ask);
		} catch (error) {
			throw signal.aborted ? new ProblemError({ code: 'cancelled' }) : error;
		}
	}
}
