import type { Permission } from '../shared/permission';
import type { Problem, TokenStanding } from '../shared/problem';
import { answerText } from './answerText';
import type { AnswerFacts } from './operation';

/** What was asked, as far as an answer's meaning depends on it. */
export interface Asked {
	readonly permission: Permission;
	/** Whether an access token was sent. */
	readonly signedIn: boolean;
	readonly tokenName?: string;
	/** Which token it was (`Credential.key`). */
	readonly tokenKey?: string;
	/** The token is known not to see what was asked for, if that is private. */
	readonly missesPrivate?: true;
	/** For whom, or on what, where that is not the account itself. */
	readonly on?: string;
}

/** `User Access Token "NAME" is expired`: the only thing that tells an expired token from an unknown one. */
const EXPIRED = /\btoken\b(?: "([^"]*)")?.*\bexpired\b/i;

/** What the Hub says where an organisation has not approved a token, has revoked it, or takes no such token at all. */
const POLICIES: ReadonlyArray<readonly [RegExp, TokenStanding]> = [
	[/\btoken needs to be approved by the organi[sz]ation\b/i, 'unapproved'],
	[/\btoken has been revoked by the organi[sz]ation\b/i, 'revoked'],
	[/\borgani[sz]ation token policy\b/i, 'disallowed'],
];

/** What an answer means wherever it comes from: the Hub and the router agree on these. What they do not share, each maps first. */
export function problemOfAnswer(facts: AnswerFacts, asked: Asked): Problem {
	const { status, requestId } = facts;
	const detail = answerText(facts);
	const told = detail === undefined ? {} : { detail };
	if (status < 400) {
		return { code: 'protocol', detail: 'The answer is not what the protocol says.' };
	}
	switch (status) {
		case 401:
			if (!asked.signedIn) {
				return { code: 'token.missing', permission: asked.permission };
			}
			return refusedToken(detail ?? '', asked);
		case 402:
			return { code: 'credits', ...told };
		case 403:
			// A firewall in between answers with a page; that says nothing about the token.
			if (facts.contentType?.startsWith('text/html')) {
				break;
			}
			return asked.signedIn
				? forbidden(asked, detail)
				: { code: 'token.missing', permission: asked.permission };
		case 407:
			return {
				code: 'network.proxy',
				host: facts.host,
				detail: detail ?? 'The proxy asks for a user name and a password.',
			};
		case 413:
			return { code: 'input.tooLong', detail: detail ?? 'The request is larger than the server takes.' };
		case 400:
		case 422:
			return { code: 'input.invalid', detail: detail ?? `The server answered with status ${status}.` };
		case 429:
			return {
				code: 'rateLimited',
				...(facts.resetSeconds !== undefined && { resetSeconds: facts.resetSeconds }),
			};
	}
	return { code: 'server', status, ...told, ...(requestId !== undefined && { requestId }) };
}

/** An organisation's own policy refuses a token that has the permission, so no other permission helps. */
function forbidden({ permission, on }: Asked, detail: string | undefined): Problem {
	const asked = { permission, ...(on !== undefined && { on }), ...(detail !== undefined && { detail }) };
	const standing = POLICIES.find(([said]) => said.test(detail ?? ''))?.[1];
	return standing === undefined
		? { code: 'token.permission', ...asked }
		: { code: 'token.policy', standing, ...asked };
}

function refusedToken(detail: string, sent: Asked): Problem {
	const expired = EXPIRED.exec(detail);
	const tokenName = sent.tokenName ?? expired?.[1];
	return {
		code: expired ? 'token.expired' : 'token.invalid',
		...(tokenName !== undefined && { tokenName }),
		...(sent.tokenKey !== undefined && { tokenKey: sent.tokenKey }),
	};
}
