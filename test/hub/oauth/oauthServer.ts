import { randomInt } from 'node:crypto';
import type { AccountName } from '../accounts';
import type { TokenRecord } from '../testTokens';

/** The one app that the loopback Hub knows: public, without a secret. */
export const CLIENT_ID = 'loopback-workbench';

/** What the Hub's user says on the page where the code is approved; `expire` makes the code void before that. */
export type Decision = 'approve' | 'deny' | 'expire';

/** An answer of the token endpoint: a status and a body of RFC 6749 §5. */
export interface OAuthAnswer {
	readonly status: 200 | 400 | 401 | 429 | 500 | 503;
	readonly body: Readonly<Record<string, unknown>>;
}

interface Request {
	readonly deviceCode: string;
	readonly userCode: string;
	readonly scope: string;
	readonly expiresAt: number;
	decision: Decision | undefined;
	account: AccountName;
	askedAt: number;
	isUsed: boolean;
}

interface Issued {
	readonly account: AccountName;
	readonly scope: string;
	expiresAt: number;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
/** Seconds. */
const INTERVAL = 1;
const CODE_LIFE = 900;
const TOKEN_LIFE = 28_800;
/** How much sooner than the interval a client may ask, in milliseconds: clocks are not that exact. */
const TOLERANCE = 300;

function letters(count: number): string {
	return Array.from({ length: count }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}

const refuse = (error: string, description?: string): OAuthAnswer => ({
	status: error === 'invalid_client' ? 401 : 400,
	body: { error, ...(description === undefined ? {} : { error_description: description }) },
});

/** The device flow of RFC 8628, with refresh tokens that are good for one use. */
export class OAuthServer {
	private readonly requests: Request[] = [];
	private readonly accessTokens = new Map<string, Issued>();
	private readonly refreshTokens = new Map<string, Issued>();
	private readonly spent = new Set<string>();
	private count = 0;

	/** Seconds that the tokens given out from now on are good for. */
	tokenLife = TOKEN_LIFE;

	/** What the token endpoint answers with next, instead of what is right. */
	readonly planned: OAuthAnswer[] = [];

	/** Every value that was given out and must not be found anywhere, by a name. */
	readonly secrets: Record<string, string> = {};

	/** `POST /oauth/device` */
	start(clientId: string, scope: string, hub: string): OAuthAnswer {
		if (clientId !== CLIENT_ID) {
			return refuse('invalid_client', 'Client not found');
		}
		const userCode = `${letters(4)}-${letters(4)}`;
		const request: Request = {
			deviceCode: this.secret('device code', letters(40)),
			userCode,
			scope,
			expiresAt: Date.now() + CODE_LIFE * 1000,
			decision: undefined,
			account: 'ada',
			askedAt: -Infinity,
			isUsed: false,
		};
		this.requests.push(request);
		return {
			status: 200,
			body: {
				device_code: request.deviceCode,
				user_code: userCode,
				verification_uri: `${hub}/oauth/device`,
				verification_uri_complete: `${hub}/oauth/device?user_code=${userCode}`,
				interval: INTERVAL,
				expires_in: CODE_LIFE,
			},
		};
	}

	/** What the user says to a code, or to the newest one. Answers whether there is such a code. */
	decide(decision: Decision, account: AccountName, userCode?: string): boolean {
		const request = this.requests.findLast(one => userCode === undefined || one.userCode === userCode);
		if (request) {
			request.decision = decision;
			request.account = account;
		}
		return request !== undefined;
	}

	scopeOf(userCode: string): string | undefined {
		return this.requests.find(one => one.userCode === userCode)?.scope;
	}

	/** `POST /oauth/token` */
	exchange(form: Readonly<Record<string, string>>): OAuthAnswer {
		const planned = this.planned.shift();
		if (planned) {
			return planned;
		}
		if (form.client_id !== CLIENT_ID) {
			return refuse('invalid_client', 'Client not found');
		}
		switch (form.grant_type) {
			case DEVICE_GRANT:
				return this.redeem(form.device_code ?? '');
			case 'refresh_token':
				return this.refresh(form.refresh_token ?? '');
			case undefined:
			default:
				return refuse('unsupported_grant_type');
		}
	}

	/** What an access token of a sign-in stands for, or undefined. */
	recordOf(accessToken: string): TokenRecord | undefined {
		const issued = this.accessTokens.get(accessToken);
		return (
			issued && {
				account: issued.account,
				displayName: `oauth-${issued.account}`,
				state: issued.expiresAt > Date.now() ? 'active' : 'unknown',
				grant: {
					role: 'oauth',
					expiresAt: new Date(issued.expiresAt).toISOString(),
					scopes: issued.scope.split(' '),
				},
			}
		);
	}

	/** `GET /oauth/userinfo` */
	userOf(accessToken: string): { readonly account: AccountName; readonly scope: string } | undefined {
		const issued = this.accessTokens.get(accessToken);
		return issued && issued.expiresAt > Date.now() ? issued : undefined;
	}

	/** The user takes back what was granted: no token of a sign-in is good any more. */
	revokeAll(): void {
		this.accessTokens.clear();
		this.refreshTokens.clear();
	}

	/** How many refresh tokens were used. */
	get refreshes(): number {
		return this.spent.size;
	}

	private redeem(deviceCode: string): OAuthAnswer {
		const request = this.requests.find(one => one.deviceCode === deviceCode);
		if (!request || request.isUsed) {
			return refuse('invalid_grant');
		}
		const now = Date.now();
		const tooSoon = now - request.askedAt < INTERVAL * 1000 - TOLERANCE;
		request.askedAt = now;
		if (request.decision === 'expire' || request.expiresAt <= now) {
			return refuse('expired_token');
		}
		if (request.decision === 'deny') {
			return refuse('access_denied');
		}
		if (request.decision === undefined) {
			return refuse(tooSoon ? 'slow_down' : 'authorization_pending');
		}
		request.isUsed = true;
		return this.issue(request.account, request.scope);
	}

	private refresh(refreshToken: string): OAuthAnswer {
		const issued = this.refreshTokens.get(refreshToken);
		if (!issued) {
			return refuse('invalid_grant', 'Refresh token is not valid');
		}
		this.refreshTokens.delete(refreshToken);
		this.spent.add(refreshToken);
		return this.issue(issued.account, issued.scope);
	}

	private issue(account: AccountName, scope: string): OAuthAnswer {
		this.count++;
		const issued = { account, scope, expiresAt: Date.now() + this.tokenLife * 1000 };
		const accessToken = this.secret('access', `hf_oauth_${letters(48)}`);
		const refreshToken = this.secret('refresh', `hf_refresh_${letters(48)}`);
		this.accessTokens.set(accessToken, issued);
		this.refreshTokens.set(refreshToken, issued);
		return {
			status: 200,
			body: {
				access_token: accessToken,
				refresh_token: refreshToken,
				expires_in: this.tokenLife,
				token_type: 'bearer',
				scope,
			},
		};
	}

	private secret(kind: string, value: string): string {
		this.secrets[`${kind} ${this.count} of a sign-in`] = value;
		return value;
	}
}
