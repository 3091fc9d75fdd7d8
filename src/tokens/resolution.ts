/** A place that an access token can come from. */
export type TokenOrigin =
	| { readonly kind: 'vault'; readonly id: string; readonly name: string; readonly user: string }
	| { readonly kind: 'environment'; readonly variable: 'HF_TOKEN' | 'HUGGING_FACE_HUB_TOKEN' }
	| { readonly kind: 'cli'; readonly path: string };

/** Why a token is the one in force. */
export type TokenReason = 'workspace' | 'default' | 'environment' | 'cli';

/** Which token is used here, and why; `passedOver` are the ones that exist but are not used. */
export interface Resolution {
	readonly origin: TokenOrigin | undefined;
	readonly reason: TokenReason | undefined;
	readonly passedOver: readonly TokenOrigin[];
}
