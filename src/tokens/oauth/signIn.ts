import type { Problem, ProblemCode } from '../../shared/problem';
import { ProblemError } from '../../util/problemError';
import { problemOf } from '../../util/problemOf';
import type { DeviceGrant } from './deviceGrant';
import type { OAuthApp, OAuthClient } from './oauthClient';
import { OAuthRefusal } from './oauthRefusal';
import type { OAuthSession } from './oauthSession';
import type { TokenAnswer } from './readAnswer';

export interface SignInOptions {
	readonly client: OAuthClient;
	readonly app: OAuthApp;
	readonly scopes: readonly string[];
	/** Shows the code and opens the page. The polling goes on meanwhile. */
	readonly show: (grant: DeviceGrant) => void;
	/** Waits so many milliseconds; rejects when the signal aborts. */
	readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Epoch milliseconds. */
	readonly now: () => number;
}

/** RFC 8628 §3.5: what `slow_down` adds, in seconds. */
const SLOWER = 5;
/** Seconds between two questions at most, however often the Hub could not answer. */
const LONGEST_PAUSE = 30;

/** Not an answer to the question: the next one may be. */
const PASSING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
	'network.offline',
	'network.timeout',
	'rateLimited',
	'server',
	'protocol',
]);

/** Signs in with the browser by the device flow (RFC 8628), until the user has decided, cancels, or the code is void. */
export async function signIn(options: SignInOptions, signal: AbortSignal): Promise<OAuthSession> {
	const { client, app, scopes, show, now } = options;
	const startedAt = now();
	const grant = await asked(client.startDevice(app, scopes, signal));
	show(grant);
	const answer = await poll(options, grant, startedAt + grant.expiresIn * 1000, signal);
	return sessionOf(answer, { app, scopes, now: now() });
}

/** What an answer comes to; a refresh token that is not given anew stays what it was. */
export function sessionOf(
	answer: TokenAnswer,
	{ app, scopes, now, refreshToken }: SessionFacts,
): OAuthSession {
	const kept = answer.refreshToken ?? refreshToken;
	return {
		accessToken: answer.accessToken,
		...(kept !== undefined && { refreshToken: kept }),
		issuedAt: now,
		expiresAt: now + answer.expiresIn * 1000,
		scopes: answer.scopes ?? scopes,
		clientId: app.clientId,
		hub: app.hub,
	};
}

interface SessionFacts {
	readonly app: OAuthApp;
	readonly scopes: readonly string[];
	readonly now: number;
	readonly refreshToken?: string | undefined;
}

async function poll(
	{ client, app, pause, now }: SignInOptions,
	{ deviceCode, interval }: DeviceGrant,
	endsAt: number,
	signal: AbortSignal,
): Promise<TokenAnswer> {
	let seconds = interval;
	let passing: Problem | undefined;
	for (;;) {
		await pause(seconds * 1000, signal).catch((error: unknown) => {
			if (!signal.aborted) {
				throw error;
			}
		});
		if (signal.aborted) {
			throw new ProblemError({ code: 'cancelled' });
		}
		if (now() >= endsAt) {
			throw new ProblemError(passing ?? { code: 'signIn.expired' });
		}
		try {
			return await client.redeem(app, deviceCode, signal);
		} catch (error) {
			if (error instanceof OAuthRefusal && error.code === 'authorization_pending') {
				passing = undefined;
			} else if (error instanceof OAuthRefusal && error.code === 'slow_down') {
				passing = undefined;
				seconds += SLOWER;
			} else {
				passing = passingProblem(error);
				seconds = Math.max(seconds, Math.min(seconds * 2, LONGEST_PAUSE));
			}
		}
	}
}

/** What may be over by the next question; anything else ends the sign-in. */
function passingProblem(error: unknown): Problem {
	const problem = error instanceof OAuthRefusal ? problemOfRefusal(error) : problemOf(error);
	const isFinal =
		(error instanceof OAuthRefusal && problem.code !== 'server') ||
		(problem.code === 'server' && problem.status < 500);
	if (isFinal || !PASSING.has(problem.code)) {
		throw new ProblemError(problem);
	}
	return problem;
}

async function asked<T>(asking: Promise<T>): Promise<T> {
	try {
		return await asking;
	} catch (error) {
		throw error instanceof OAuthRefusal ? new ProblemError(problemOfRefusal(error)) : error;
	}
}

/** What a no means to the user. */
export function problemOfRefusal({ code, detail }: OAuthRefusal): Problem {
	const told = detail === undefined ? {} : { detail };
	switch (code) {
		case 'access_denied':
			return { code: 'signIn.denied' };
		case 'expired_token':
		case 'invalid_grant':
			return { code: 'signIn.expired' };
		case 'invalid_client':
		case 'unauthorized_client':
		case 'invalid_scope':
			return { code: 'signIn.client', ...told };
		// What stands for a status of HTTP where that cannot be sent (RFC 6749 §4.1.2.1).
		case 'server_error':
			return { code: 'server', status: 500, ...told };
		case 'temporarily_unavailable':
			return { code: 'server', status: 503, ...told };
		case 'authorization_pending':
		case 'slow_down':
		case 'unsupported_grant_type':
		case 'invalid_request':
		case 'other':
			return { code: 'protocol', detail: detail ?? `The Hub said no to the sign-in: ${code}.` };
	}
}
