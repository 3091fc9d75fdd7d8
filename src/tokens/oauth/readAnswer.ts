import { isAccessToken } from '../../util/isAccessToken';
import { isRecord } from '../../util/isRecord';
import { ProblemError } from '../../util/problemError';

/** What the token endpoint gives. */
export interface TokenAnswer {
	readonly accessToken: string;
	readonly refreshToken?: string;
	/** Seconds. */
	readonly expiresIn: number;
	/** Absent where they are the ones that were asked for. */
	readonly scopes?: readonly string[];
}

/** The life of an app's tokens unless it is set otherwise: eight hours. */
const LIFE = 28_800;

/** Reads the answer of `POST /oauth/token` (RFC 6749 §5.1). Throws `protocol`; an error never holds what was in it. */
export function readAnswer(answer: unknown): TokenAnswer {
	const {
		access_token: accessToken,
		refresh_token: refreshToken,
		expires_in: life,
		scope,
	} = isRecord(answer) ? answer : {};
	if (typeof accessToken !== 'string' || !isAccessToken(accessToken)) {
		throw new ProblemError({ code: 'protocol', detail: 'The Hub’s answer has no access token.' });
	}
	return {
		accessToken,
		...(typeof refreshToken === 'string' && refreshToken !== '' && { refreshToken }),
		expiresIn: typeof life === 'number' && life > 0 ? life : LIFE,
		...(typeof scope === 'string' && { scopes: scope.split(/\s+/).filter(one => one !== '') }),
	};
}
