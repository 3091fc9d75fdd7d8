import assert from 'node:assert/strict';
import { HubApiError, whoAmI } from '@huggingface/hub';
import { TOKEN_NAMES, TOKEN_RECORDS, type TokenName, type TokenRecord } from '../../hub/testTokens';
import { runningHub } from './runningHub';

describe('whoami-v2 of the loopback Hub', () => {
	const running = runningHub();

	it('has tokens of the real shape, new in every process', () => {
		const { tokens } = running.hub;
		for (const name of TOKEN_NAMES.filter(candidate => TOKEN_RECORDS[candidate].grant.role !== 'oauth')) {
			assert.match(tokens[name], /^hf_[A-Za-z]{34}$/);
		}
		assert.equal(new Set(Object.values(tokens)).size, TOKEN_NAMES.length);
	});

	for (const name of TOKEN_NAMES) {
		const record: TokenRecord = TOKEN_RECORDS[name];
		if (record.state !== 'active') {
			continue;
		}
		it(`knows the owner and the role of the token “${name}”`, async () => {
			const me = await whoAmI({ ...running.hubCall(name), accessToken: running.hub.tokens[name] });
			assert.equal(me.type, 'user');
			assert.equal(me.name, record.account);
			assert.equal(me.auth.type, record.grant.role === 'oauth' ? 'oauth' : 'access_token');
			if (record.grant.role !== 'oauth') {
				assert.equal(me.auth.accessToken?.displayName, record.displayName);
				assert.equal(String(me.auth.accessToken?.role), record.grant.role);
				assert.ok(me.auth.accessToken?.createdAt instanceof Date);
			}
		});
	}

	it('lists the organizations of the account and the rights of a fine-grained token', async () => {
		const response = await running.request('/api/whoami-v2', { token: 'fineGrainedInference' });
		const body = (await response.json()) as {
			orgs: Array<{ name: string; roleInOrg: string }>;
			auth: {
				accessToken: { fineGrained: { scoped: Array<{ entity: { name: string }; permissions: string[] }> } };
			};
		};
		assert.deepEqual(
			body.orgs.map(({ name, roleInOrg }) => [name, roleInOrg]),
			[['acme', 'write']],
		);
		const { scoped } = body.auth.accessToken.fineGrained;
		assert.ok(
			scoped.some(
				({ entity, permissions }) =>
					entity.name === 'ada' && permissions.includes('inference.serverless.write'),
			),
		);
	});

	const refusals: ReadonlyArray<readonly [TokenName, string]> = [
		['revoked', 'Invalid username or password.'],
		['expired', 'User Access Token "last-year" is expired'],
	];
	for (const [name, message] of refusals) {
		it(`refuses the ${name} token with 401`, async () => {
			await assert.rejects(
				whoAmI({ ...running.hubCall(), accessToken: running.hub.tokens[name] }),
				(error: unknown) => {
					assert.ok(error instanceof HubApiError);
					assert.equal(error.statusCode, 401);
					assert.ok(error.message.startsWith(message), error.message);
					return true;
				},
			);
		});
	}

	it('refuses a header that is no bearer token, and nobody at all', async () => {
		const malformed = await running.request('/api/whoami-v2', { headers: { Authorization: 'Basic YTpi' } });
		assert.equal(malformed.status, 401);
		assert.deepEqual(await malformed.json(), { error: 'Invalid credentials in Authorization header' });
		const anonymous = await running.request('/api/whoami-v2');
		assert.equal(anonymous.status, 401);
		assert.equal(anonymous.headers.get('X-Error-Code'), null);
		assert.match(anonymous.headers.get('WWW-Authenticate') ?? '', /^Bearer realm=/);
	});

	it('says on ordinary answers what is left of the rate limit', async () => {
		const response = await running.request('/api/whoami-v2', { token: 'otherUser' });
		assert.match(response.headers.get('RateLimit') ?? '', /^"api";r=\d+;t=\d+$/);
		assert.equal(response.headers.get('RateLimit-Policy'), '"fixed window";"api";q=2500;w=300');
		assert.match(response.headers.get('X-Request-Id') ?? '', /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};/);
	});
});
