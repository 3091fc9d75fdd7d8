import type { AmbientOrigin } from '../../tokens/ambientToken';
import type { Resolution, TokenLocation } from '../../tokens/resolution';
import type { SourceOrigin } from '../../tokens/sourceFacts';
import type { TokenFormat } from '../../tokens/tokenFormat';
import type { UnreadableReason } from '../../tokens/unreadableFile';
import type { Wrapping } from '../../tokens/wrappingOf';

/** Which programs that are started here are meant. */
export type Programs = 'terminals' | 'notebooks' | 'both';

/** What is used here, and the place from which programs take a token by themselves. */
interface Beside {
	readonly programs: Programs;
	readonly used: TokenLocation;
	readonly other: Exclude<AmbientOrigin, { kind: 'given' }>;
}

/** Where tokens come from, and whether those places agree. */
export type SourceFinding =
	| { readonly kind: 'sources.used'; readonly resolution: Resolution }
	| { readonly kind: 'sources.none'; readonly passedOver: number }
	/** Programs take another token than the one used here. */
	| (Beside & { readonly kind: 'sources.conflict' })
	/** They take the same, so that nothing can go wrong between them. */
	| (Beside & { readonly kind: 'sources.same' })
	/** Whether it is the same could not be found out. */
	| (Beside & { readonly kind: 'sources.unknown' })
	/** Terminals are given the token used here. */
	| { readonly kind: 'sources.given'; readonly used: TokenLocation }
	/** A token lies in a file of the workspace. `isUsed`: it is the one used here; absent where that is not known. */
	| {
			readonly kind: 'sources.envFile';
			readonly origin: Extract<SourceOrigin, { kind: 'envFile' }>;
			readonly isUsed?: boolean;
	  }
	/** Something stands around the token, which is taken off here and may not be elsewhere. */
	| {
			readonly kind: 'sources.wrapped';
			readonly origin: SourceOrigin;
			readonly wrappings: readonly Wrapping[];
	  }
	/** What stands there is no access token. */
	| {
			readonly kind: 'sources.malformed';
			readonly origin: SourceOrigin;
			readonly format: Exclude<TokenFormat, 'ok'>;
	  }
	/** A file of tokens is there and cannot be read, or not all of it. */
	| { readonly kind: 'sources.unreadable'; readonly path: string; readonly reason: UnreadableReason };
