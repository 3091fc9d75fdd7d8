import type { Hono } from 'hono';
import { ACCOUNTS, type AccountName, ORGANIZATIONS } from '../accounts';
import { objectId, sha1 } from '../digests';
import type { ExchangeEnv } from '../exchange';
import type { Decision } from '../oauth/oauthServer';
import type { World } from '../world';

const DECISIONS: readonly Decision[] = ['approve', 'deny', 'expire'];

export function isDecision(value: unknown): value is Decision {
	return DECISIONS.some(one => one === value);
}

export function isAccountName(value: unknown): value is AccountName {
	return typeof value === 'string' && Object.hasOwn(ACCOUNTS, value);
}

async function formOf(request: { parseBody(): Promise<Record<string, unknown>> }) {
	const body = await request.parseBody();
	return Object.fromEntries(
		Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
	) as Readonly<Record<string, string>>;
}

/** Signing in with a browser: discovery, the device flow, the page where its code is approved, and who has signed in. */
export function addOAuth(app: Hono<ExchangeEnv>, { oauth, origins }: World): void {
	app.get('/.well-known/openid-configuration', c =>
		c.json({
			issuer: origins.hub,
			authorization_endpoint: `${origins.hub}/oauth/authorize`,
			token_endpoint: `${origins.hub}/oauth/token`,
			userinfo_endpoint: `${origins.hub}/oauth/userinfo`,
			device_authorization_endpoint: `${origins.hub}/oauth/device`,
			grant_types_supported: [
				'authorization_code',
				'refresh_token',
				'urn:ietf:params:oauth:grant-type:device_code',
			],
			token_endpoint_auth_methods_supported: ['none'],
		}),
	);
	app.post('/oauth/device', async c => {
		const { client_id: clientId = '', scope = '' } = await formOf(c.req);
		const { status, body } = oauth.start(clientId, scope, origins.hub);
		return c.json(body, status);
	});
	app.post('/oauth/token', async c => {
		const { status, body } = oauth.exchange(await formOf(c.req));
		return c.json(body, status, { 'Cache-Control': 'no-store' });
	});
	app.get('/oauth/userinfo', c => {
		const [, token = ''] = /^bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
		const user = oauth.userOf(token);
		if (!user) {
			return c.json({ error: 'invalid_token' }, 401);
		}
		const { name, fullname, isPro, canPay, memberships } = ACCOUNTS[user.account];
		return c.json({
			sub: objectId(`user:${name}`),
			name: fullname,
			preferred_username: name,
			picture: `${origins.hub}/avatars/${sha1(name).slice(0, 32)}.svg`,
			profile: `${origins.hub}/${name}`,
			isPro,
			canPay,
			orgs: memberships.map(({ org, role }) => ({
				sub: objectId(`org:${org}`),
				name: ORGANIZATIONS[org].fullname,
				preferred_username: org,
				picture: `https://cdn-avatars.huggingface.co/v1/production/uploads/${org}.png`,
				plan: ORGANIZATIONS[org].isEnterprise ? 'enterprise' : 'free',
				roleInOrg: role,
				isEnterprise: ORGANIZATIONS[org].isEnterprise,
			})),
		});
	});
	addApproval(app, oauth);
}

/** The page that the user comes to, and its buttons. */
function addApproval(app: Hono<ExchangeEnv>, oauth: World['oauth']): void {
	app.get('/oauth/device', c => {
		const userCode = c.req.query('user_code') ?? '';
		const scope = oauth.scopeOf(userCode);
		return scope === undefined
			? c.html(page('No such code', '<p>Start the sign-in again.</p>'), 404)
			: c.html(page('Approve the sign-in', approval(userCode, scope)));
	});
	app.post('/oauth/device/decision', async c => {
		const { user_code: userCode = '', decision, account } = await formOf(c.req);
		const known = isDecision(decision) && isAccountName(account) && oauth.decide(decision, account, userCode);
		return known
			? c.html(page('Done', '<p>You can close this page and go back to your editor.</p>'))
			: c.html(page('No such code', ''), 404);
	});
}

function approval(userCode: string, scope: string): string {
	const accounts = Object.keys(ACCOUNTS).map(name => `<option>${name}</option>`);
	return `<p>Code: <strong>${userCode}</strong></p><p>It may: ${escape(scope)}</p>
<form method="post" action="device/decision">
<input type="hidden" name="user_code" value="${userCode}">
<label>Account <select name="account">${accounts.join('')}</select></label>
<button name="decision" value="approve">Approve</button>
<button name="decision" value="deny">Deny</button>
</form>`;
}

function escape(text: string): string {
	return text.replace(/[<>&"]/g, character => `&#${character.charCodeAt(0)};`);
}

function page(title: string, body: string): string {
	return `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}`;
}
