import type { Permission } from './permission';

/**
 * Everything that can go wrong, as data. Domains make problems, `ui/problems.ts` words each one.
 * `detail` is the other side's own sentence, never a token, a prompt or a header.
 */
export type Problem =
	| { readonly code: 'token.missing'; readonly permission: Permission }
	| { readonly code: 'token.format'; readonly detail: string }
	| { readonly code: 'token.invalid'; readonly tokenName?: string }
	| { readonly code: 'token.expired'; readonly tokenName?: string }
	| { readonly code: 'token.permission'; readonly permission: Permission; readonly detail?: string }
	| { readonly code: 'token.origin'; readonly origin: string }
	| { readonly code: 'token.keyring'; readonly detail: string }
	| { readonly code: 'access.gated.signIn'; readonly repo: string }
	| { readonly code: 'access.gated.request'; readonly repo: string }
	| { readonly code: 'access.gated.pending'; readonly repo: string }
	| { readonly code: 'access.gated.rejected'; readonly repo: string }
	| { readonly code: 'access.disabled'; readonly repo: string }
	| { readonly code: 'repo.notFound'; readonly repo: string; readonly signedIn: boolean }
	| { readonly code: 'model.noProvider'; readonly model: string; readonly provider?: string }
	| { readonly code: 'model.wrongTask'; readonly model: string; readonly task: string }
	| { readonly code: 'model.deprecated'; readonly model: string; readonly provider?: string }
	| { readonly code: 'credits'; readonly detail?: string }
	| { readonly code: 'rateLimited'; readonly resetSeconds?: number }
	| { readonly code: 'loading'; readonly estimatedSeconds?: number }
	| { readonly code: 'input.invalid'; readonly detail: string }
	| { readonly code: 'input.tooLong'; readonly detail: string }
	| { readonly code: 'network.offline'; readonly host: string }
	| { readonly code: 'network.timeout'; readonly host: string; readonly seconds: number }
	| { readonly code: 'network.tls'; readonly host: string; readonly detail: string }
	| { readonly code: 'network.proxy'; readonly host: string; readonly detail: string }
	| { readonly code: 'network.redirect'; readonly host: string }
	| { readonly code: 'stream.cut' }
	| { readonly code: 'stream.stalled'; readonly seconds: number }
	| { readonly code: 'interrupted' }
	| {
			readonly code: 'server';
			readonly status: number;
			readonly detail?: string;
			readonly requestId?: string;
	  }
	| { readonly code: 'protocol'; readonly detail: string }
	| { readonly code: 'disk.full'; readonly path: string }
	| { readonly code: 'disk.permission'; readonly path: string }
	| { readonly code: 'cancelled' }
	| { readonly code: 'unexpected'; readonly detail: string };

export type ProblemCode = Problem['code'];
export type ProblemOf<C extends ProblemCode> = Extract<Problem, { code: C }>;
