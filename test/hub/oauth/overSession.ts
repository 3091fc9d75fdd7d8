import type { OAuthSession } from '../../../src/tokens/oauth/oauthSession';
import type { LoopbackHub } from '../loopbackHub';
import { CLIENT_ID } from './oauthServer';

/** A session that the user has approved long ago, and whose access token is over. */
export function overSession({ oauth, origin }: Pick<LoopbackHub, 'oauth' | 'origin'>): OAuthSession {
	const scope = 'openid profile inference-api';
	const { body: grant } = oauth.start(CLIENT_ID, scope, origin);
	oauth.decide('approve', 'ada');
	const { body } = oauth.exchange({
		client_id: CLIENT_ID,
		grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
		device_code: String(grant.device_code),
	});
	return {
		accessToken: String(body.access_token),
		refreshToken: String(body.refresh_token),
		issuedAt: 0,
		expiresAt: 1,
		scopes: scope.split(' '),
		clientId: CLIENT_ID,
		hub: origin,
	};
}
