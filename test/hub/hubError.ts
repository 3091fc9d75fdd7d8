/** What the Hub writes into `X-Error-Code`; most errors have none. */
export type HubErrorCode = 'RepoNotFound' | 'RevisionNotFound' | 'EntryNotFound' | 'GatedRepo';

export interface HubErrorOptions {
	readonly code?: HubErrorCode;
	readonly headers?: Readonly<Record<string, string>>;
	/** More keys beside `error` in a JSON body. */
	readonly extra?: Readonly<Record<string, unknown>>;
}

/** A refusal on its way to the client: JSON under `/api`, plain text where files are served. */
export class HubError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly options: HubErrorOptions = {},
	) {
		super(message);
	}

	/** `json` writes `{"error": message}`, `text` the message alone; both repeat it in `X-Error-Message`. */
	toResponse(format: 'json' | 'text'): Response {
		const headers = new Headers(this.options.headers);
		headers.set('X-Error-Message', this.message);
		if (this.options.code) {
			headers.set('X-Error-Code', this.options.code);
		}
		headers.set(
			'Content-Type',
			format === 'json' ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
		);
		const body =
			format === 'json' ? JSON.stringify({ error: this.message, ...this.options.extra }) : this.message;
		return new Response(body, { status: this.status, headers });
	}
}
