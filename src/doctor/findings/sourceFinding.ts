import type { Resolution, TokenOrigin } from '../../tokens/resolution';
import type { TokenFormat } from '../../tokens/tokenFormat';
import type { Wrapping } from '../../tokens/wrappingOf';

/** Where tokens come from, and whether those places agree. */
export type SourceFinding =
	| { readonly kind: 'sources.used'; readonly resolution: Resolution }
	| { readonly kind: 'sources.none'; readonly passedOver: number }
	/** The environment or the command line has another token than the one used here: a terminal uses that. */
	| {
			readonly kind: 'sources.conflict';
			readonly used: TokenOrigin;
			readonly other: TokenOrigin;
	  }
	/** Both name the same token, so that nothing can go wrong between them. */
	| { readonly kind: 'sources.same'; readonly used: TokenOrigin; readonly other: TokenOrigin }
	/** Something stands around the token, which is taken off here and may not be elsewhere. */
	| {
			readonly kind: 'sources.wrapped';
			readonly origin: TokenOrigin;
			readonly wrappings: readonly Wrapping[];
	  }
	/** What stands there is no access token. */
	| {
			readonly kind: 'sources.malformed';
			readonly origin: TokenOrigin;
			readonly format: Exclude<TokenFormat, 'ok'>;
	  }
	/** A file of tokens is there and cannot be read. */
	| { readonly kind: 'sources.unreadable'; readonly path: string };
