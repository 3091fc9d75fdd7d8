import type { Hono } from 'hono';
import { type Account, ACCOUNTS, type Organization, ORGANIZATIONS } from '../accounts';
import { invalidCredentials } from '../authentication';
import { objectId, sha1 } from '../digests';
import { callerOf, type ExchangeEnv } from '../exchange';
import type { TokenRecord } from '../testTokens';

const DAY = 24 * 60 * 60 * 1000;

/** The end of the month's billing period, unix seconds. */
const periodEnd = 1_798_761_599;

/** The `auth` object of `whoami-v2`; the client reads it without asking whether it is there. */
function describeToken({ grant, displayName, age = 10 }: TokenRecord) {
	const createdAt = new Date((Math.floor(Date.now() / DAY) - age) * DAY).toISOString();
	switch (grant.role) {
		case 'oauth':
			return { type: 'oauth', expiresAt: grant.expiresAt };
		case 'read':
		case 'write':
			return { type: 'access_token', accessToken: { displayName, role: grant.role, createdAt } };
		case 'fineGrained': {
			const scoped = grant.scoped.map(({ entity, permissions }) => ({
				entity: { _id: objectId(`${entity.type}:${entity.name}`), ...entity },
				permissions,
			}));
			const { canReadGatedRepos, global } = grant;
			return {
				type: 'access_token',
				accessToken: {
					displayName,
					role: grant.role,
					createdAt,
					fineGrained: { canReadGatedRepos, global, scoped },
				},
			};
		}
	}
}

function describeOrganization(org: Organization, roleInOrg: string) {
	return {
		type: 'org',
		id: objectId(`org:${org.name}`),
		name: org.name,
		fullname: org.fullname,
		email: null,
		canPay: org.canPay,
		periodEnd: org.canPay ? periodEnd : null,
		avatarUrl: `https://cdn-avatars.huggingface.co/v1/production/uploads/${org.name}.png`,
		roleInOrg,
		isEnterprise: org.isEnterprise,
	};
}

/** The body of `GET /api/whoami-v2`, keys in the Hub's order. */
function describe(account: Account, token: TokenRecord) {
	return {
		type: 'user',
		id: objectId(`user:${account.name}`),
		name: account.name,
		fullname: account.fullname,
		email: account.email,
		emailVerified: true,
		canPay: account.canPay,
		billingMode: 'postpaid',
		periodEnd: account.canPay ? periodEnd : null,
		isPro: account.isPro,
		avatarUrl: `/avatars/${sha1(account.name).slice(0, 32)}.svg`,
		orgs: account.memberships.map(({ org, role }) => describeOrganization(ORGANIZATIONS[org], role)),
		auth: describeToken(token),
	};
}

const avatar = (initial: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#6b7280"/><text x="16" y="22" font-size="16" text-anchor="middle" fill="#fff">${initial}</text></svg>`;

export function addWhoAmI(app: Hono<ExchangeEnv>): void {
	app.get('/api/whoami-v2', c => {
		const caller = callerOf(c, 'api');
		if (caller.kind === 'anonymous') {
			throw invalidCredentials();
		}
		return c.json(describe(caller.account, caller.token));
	});
	app.get('/avatars/:file', c => {
		const account = Object.values(ACCOUNTS).find(({ name }) =>
			c.req.param('file').startsWith(sha1(name).slice(0, 32)),
		);
		return account
			? c.body(avatar(account.fullname.charAt(0)), 200, { 'Content-Type': 'image/svg+xml' })
			: c.notFound();
	});
}
