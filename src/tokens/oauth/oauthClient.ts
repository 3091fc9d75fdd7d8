import { answerText } from '../../net/answerText';
import { openOperation } from '../../net/openOperation';
import type { AnswerFacts } from '../../net/operation';
import { problemOfAnswer } from '../../net/problemOfAnswer';
import { toProblem } from '../../net/toProblem';
import type { Problem } from '../../shared/problem';
import { isRecord } from '../../util/isRecord';
import { ProblemError } from '../../util/problemError';
import { redact } from '../../util/redact';
import { timeoutSignal } from '../../util/timeoutSignal';
import { readAnswer, type TokenAnswer } from './readAnswer';
import { type DeviceGrant, readGrant } from './deviceGrant';
import { OAuthRefusal, REFUSALS } from './oauthRefusal';

/** Milliseconds for a whole request, its answer's body included. */
const DEADLINE = 30_000;
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** The statuses that a no of the protocol comes with (RFC 6749 §5.2); with any other one, a code by name is no answer to the question. */
const REFUSING: ReadonlySet<number> = new Set([400, 401]);

/** Which app asks which Hub. A public client has no secret. */
export interface OAuthApp {
	readonly clientId: string;
	/** `http(s)` URL without a slash at the end. */
	readonly hub: string;
}

/** The requests of OAuth that the extension makes. They fail with `OAuthRefusal` or `ProblemError`. */
export interface OAuthClient {
	/** `POST /oauth/device` (RFC 8628 §3.1): asks for a code that the user approves in the browser. */
	startDevice(app: OAuthApp, scopes: readonly string[], signal: AbortSignal): Promise<DeviceGrant>;
	/** `POST /oauth/token` (§3.4): asks whether the user has approved it. */
	redeem(app: OAuthApp, deviceCode: string, signal: AbortSignal): Promise<TokenAnswer>;
	/** `POST /oauth/token` (RFC 6749 §6). The Hub may give a new refresh token, after which the old one is void. */
	refresh(app: OAuthApp, refreshToken: string, signal: AbortSignal): Promise<TokenAnswer>;
}

/** @param deadline answers with the milliseconds that a whole request may take; default 30,000 */
export function createOAuthClient(deadline = () => DEADLINE): OAuthClient {
	const post = async (
		app: OAuthApp,
		path: string,
		fields: Readonly<Record<string, string>>,
		signal: AbortSignal,
	) => postForm(app.hub + path, { ...fields, client_id: app.clientId }, signal, deadline());
	return {
		startDevice: async (app, scopes, signal) =>
			readGrant(await post(app, '/oauth/device', { scope: scopes.join(' ') }, signal), app.hub),
		redeem: async (app, deviceCode, signal) =>
			readAnswer(
				await post(app, '/oauth/token', { grant_type: DEVICE_GRANT, device_code: deviceCode }, signal),
			),
		refresh: async (app, refreshToken, signal) =>
			readAnswer(
				await post(app, '/oauth/token', { grant_type: 'refresh_token', refresh_token: refreshToken }, signal),
			),
	};
}

/** Sends a form to one origin and to no other, and answers with the JSON that comes back. */
async function postForm(
	url: string,
	fields: Readonly<Record<string, string>>,
	signal: AbortSignal,
	deadline: number,
): Promise<unknown> {
	const { origin, host } = new URL(url);
	const late = timeoutSignal(deadline);
	const operation = openOperation({ origins: [origin], signal: AbortSignal.any([signal, late]) });
	try {
		const response = await operation.fetch(url, {
			method: 'POST',
			headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams(fields).toString(),
		});
		const text = await response.text();
		if (response.ok) {
			return JSON.parse(text) as unknown;
		}
		const refusal = REFUSING.has(response.status) ? refusalIn(text) : undefined;
		if (refusal) {
			throw refusal;
		}
		throw new ProblemError(problemOfStatus(response.status, operation.last));
	} catch (error) {
		if (error instanceof OAuthRefusal) {
			throw error;
		}
		if (signal.aborted) {
			throw new ProblemError({ code: 'cancelled' });
		}
		if (late.aborted) {
			throw new ProblemError({ code: 'network.timeout', host, seconds: Math.round(deadline / 1000) });
		}
		throw new ProblemError(toProblem(error, operation.last, { permission: 'hub.read', signedIn: false }));
	}
}

/** No token is sent along, so a 401 or 403 is not about one: it is somebody in between, or a Hub that has no sign-ins. */
function problemOfStatus(status: number, facts: AnswerFacts | undefined): Problem {
	const detail = facts && answerText(facts);
	return facts && (status === 429 || status === 407 || status >= 500)
		? problemOfAnswer(facts, { permission: 'hub.read', signedIn: false })
		: { code: 'server', status, ...(detail !== undefined && { detail }) };
}

/** An error of the protocol has a code by name; what a proxy or a failing server sends has none. */
function refusalIn(text: string): OAuthRefusal | undefined {
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isRecord(body) || typeof body.error !== 'string' || !/^[a-z_]+$/.test(body.error)) {
		return undefined;
	}
	const { error, error_description: description } = body;
	const code = REFUSALS.find(one => one === error) ?? 'other';
	return new OAuthRefusal(
		code,
		typeof description === 'string' ? redact(description).slice(0, 300) : undefined,
	);
}
