import type { Credential } from './credential';

/** What may be sent where, for one operation. */
export interface OperationOptions {
	/** Origins that requests may go to at all; another one fails with `network.redirect`. */
	readonly origins: readonly string[];
	/** Origins that a client package has built in, and where those requests really go. */
	readonly rewrite?: Readonly<Record<string, string>>;
	readonly credential?: Credential | undefined;
	readonly signal: AbortSignal;
	/** Milliseconds until the headers of an answer must have come; default 30,000. */
	readonly headersTimeout?: number;
}

/** What the headers of the last answer said, which the client packages drop. */
export interface AnswerFacts {
	readonly status: number;
	readonly host: string;
	readonly contentType?: string;
	readonly errorCode?: string;
	readonly errorMessage?: string;
	readonly requestId?: string;
	/** Seconds until the rate limit's window ends, where the answer says that it is used up. */
	readonly resetSeconds?: number;
	/** The first 8 KiB of an error's body, as text; the client gets an unread copy. */
	readonly errorBody?: string;
}

/** One operation's way out: a `fetch` for the client packages, and what the last answer's headers said. */
export interface Operation {
	readonly fetch: typeof fetch;
	readonly last: AnswerFacts | undefined;
}
