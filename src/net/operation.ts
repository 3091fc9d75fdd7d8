import type { Readable } from 'node:stream';
import type { Credential } from './credential';

/** What may be sent where, for one operation. */
export interface OperationOptions {
	/** Origins that requests may go to at all; another one fails with `network.redirect`. */
	readonly origins: readonly string[];
	/**
	 * The Hub whose storage of large files may be gone to as well, by a redirect or by an address that the Hub has given. The
	 * credential never goes along; see `isStorageUrl` for which hosts those are.
	 */
	readonly storageOf?: string;
	/** Origins that a client package has built in, and where those requests really go. */
	readonly rewrite?: Readonly<Record<string, string>>;
	readonly credential?: Credential | undefined;
	readonly signal: AbortSignal;
	/** Milliseconds until the headers of an answer must have come; default 30,000. */
	readonly headersTimeout?: number;
	/** Says whether the network may be used at all (see `offlineVariable`); default: this process's own. */
	readonly environment?: Readonly<Record<string, string | undefined>>;
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

/** A large body on its way, in or out. */
export interface TransferRequest {
	readonly url: string;
	readonly method: 'GET' | 'PUT' | 'POST';
	readonly headers?: Readonly<Record<string, string>>;
	/** What is sent, with its length in bytes. */
	readonly body?: { readonly stream: Readable; readonly length: number };
	readonly signal: AbortSignal;
	/** Milliseconds without a byte after which the connection counts as dead; default 30,000. */
	readonly idleTimeout?: number;
	/** Bytes that are expected; many of them are worth a connection of their own. */
	readonly expected?: number;
}

/** Takes a piece of a body; where that has to wait, the answer says when it is over. The piece is good until then. */
export type TakePiece = (bytes: Buffer) => Promise<void> | undefined;

/** An answer whose body comes as Node's own stream, which fails with a network error when it breaks off. */
export interface TransferAnswer {
	/** Below 400; anything else has been thrown, its facts in `last`. */
	readonly status: number;
	/** Of the last answer; a header that only the redirects before it had is here as well. */
	readonly headers: Headers;
	readonly host: string;
	readonly body: Readable;
	/** Hands on the body to its end. Nobody else reads it then; whoever asked destroys it. */
	readonly pour: (take: TakePiece) => Promise<void>;
}

/** One operation's way out: a `fetch` for the client packages, and what the last answer's headers said. */
export interface Operation {
	readonly fetch: typeof fetch;
	readonly last: AnswerFacts | undefined;
}

/** A way out that also takes bodies too large for `fetch`, whose streams halve the speed. The same rules hold. */
export interface TransferOperation extends Operation {
	transfer(request: TransferRequest): Promise<TransferAnswer>;
}
