/** What the token endpoint says no with (RFC 6749 §5.2, RFC 8628 §3.5); a code that is not known is `other`. */
export const REFUSALS = [
	'authorization_pending',
	'slow_down',
	'access_denied',
	'expired_token',
	'invalid_grant',
	'invalid_client',
	'unauthorized_client',
	'invalid_scope',
	'unsupported_grant_type',
	'invalid_request',
	'server_error',
	'temporarily_unavailable',
] as const;

export type RefusalCode = (typeof REFUSALS)[number] | 'other';

/** The Hub's no to a request of the OAuth protocol. Its message is the code alone. */
export class OAuthRefusal extends Error {
	override readonly name = 'OAuthRefusal';

	constructor(
		readonly code: RefusalCode,
		/** The other side's own sentence, without tokens. */
		readonly detail: string | undefined,
	) {
		super(code);
	}
}
