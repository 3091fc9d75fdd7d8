import type { Lease } from '../../../../src/tokens/oauth/lease';
import type { OAuthClient } from '../../../../src/tokens/oauth/oauthClient';
import { OAuthRefusal } from '../../../../src/tokens/oauth/oauthRefusal';
import type { OAuthSession } from '../../../../src/tokens/oauth/oauthSession';
import type { TokensOptions } from '../../../../src/tokens/tokensOptions';
import { ProblemError } from '../../../../src/util/problemError';
import { SerialQueue } from '../../../../src/util/serialQueue';
import { makeTestTokens } from '../../../hub/testTokens';
import { FakeEditor } from '../fakeEditor';

export const HOURS = 60 * 60 * 1000;

/** A Hub whose refresh tokens are good for one use, in memory. */
class Hub {
	pause: () => Promise<unknown> = () => Promise.resolve();
	/** What happens to the refreshes to come; `lost`: the refresh token is used up, and the answer does not arrive. */
	readonly faults: Array<'down' | 'lost' | undefined> = [];
	readonly accessTokens: string[] = [];
	asked = 0;
	private valid: string | undefined;
	private count = 0;

	constructor(private readonly now: () => number) {}

	issue() {
		this.valid = `refresh-${++this.count}`;
		const accessToken = makeTestTokens().oauth;
		this.accessTokens.push(accessToken);
		return { accessToken, refreshToken: this.valid, expiresIn: (8 * HOURS) / 1000 };
	}

	session(): OAuthSession {
		const now = this.now();
		const { accessToken, refreshToken } = this.issue();
		return {
			accessToken,
			refreshToken,
			issuedAt: now,
			expiresAt: now + 8 * HOURS,
			scopes: ['openid', 'profile', 'inference-api'],
			clientId: 'app',
			hub: 'https://huggingface.co',
		};
	}

	revoke(): void {
		this.valid = undefined;
	}

	get newest(): string {
		return this.accessTokens.at(-1) ?? '';
	}

	readonly client: OAuthClient = {
		startDevice: () => Promise.reject(new Error('not asked here')),
		redeem: () => Promise.reject(new Error('not asked here')),
		refresh: async (_app, refreshToken) => {
			this.asked++;
			const fault = this.faults.shift();
			await this.pause();
			if (fault === 'down') {
				throw new ProblemError({ code: 'server', status: 500 });
			}
			if (refreshToken !== this.valid) {
				throw new OAuthRefusal('invalid_grant', undefined);
			}
			const answer = this.issue();
			await this.pause();
			if (fault === 'lost') {
				throw new ProblemError({ code: 'network.offline', host: 'huggingface.co' });
			}
			return answer;
		},
	};
}

/** The lease that windows of one machine have. */
export function oneAtATime(): Lease {
	const queue = new SerialQueue();
	return { hold: (_name, work) => queue.run(work) };
}

/** An editor whose windows renew a sign-in at a Hub in memory. */
export function renewalPlace(lease = oneAtATime()) {
	const editor = new FakeEditor();
	const hub = new Hub(() => editor.time);
	const options: Partial<TokensOptions> = {
		oauth: { client: hub.client, lease, pause: () => editor.pause().then(() => undefined) },
	};
	return { editor, hub, openWindow: () => editor.openWindow(options).tokens };
}
