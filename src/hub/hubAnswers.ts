import { AnswerCache } from '../net/answerCache';
import { SharedWork } from '../util/sharedWork';

/**
 * What the Hub has answered, for whatever asks it: the answers with their entity tags, and those that several wait for at the same
 * time. What a token may see is kept apart from what any other may; the contents of files are none of it.
 */
export class HubAnswers {
	readonly cache = new AnswerCache();
	readonly shared = new SharedWork();
}
