import type { Hono } from 'hono';
import type { ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import { TOKEN_NAMES } from '../testTokens';

function credentialsIn(body: unknown): readonly unknown[] | undefined {
	return typeof body === 'object' && body !== null && 'credentials' in body && Array.isArray(body.credentials)
		? body.credentials
		: undefined;
}

/** `POST /api/credentials/revoke {"credentials": [value…]}`: anybody may call it, and it answers 202 whatever it was given. */
export function addRevocation(app: Hono<ExchangeEnv>): void {
	app.post('/api/credentials/revoke', async c => {
		const { tokens, revoked, lingering } = c.var.world;
		const credentials = credentialsIn(await c.req.json<unknown>().catch(() => undefined));
		if (!credentials) {
			throw new HubError(400, 'Invalid input: expected array at "credentials"');
		}
		for (const name of TOKEN_NAMES.filter(one => credentials.includes(tokens[one]))) {
			revoked.set(name, lingering);
		}
		return c.text('Accepted', 202);
	});
}
