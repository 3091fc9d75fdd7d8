import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseIdentity } from '../../../src/hub/parseIdentity';
import { ProblemError } from '../../../src/util/problemError';

const USER = { type: 'user', name: 'ada', fullname: 'Ada L', isPro: true, orgs: [] };
const NOBODY = { user: 'ada', fullName: 'Ada L', isPro: true, organisations: [] };

describe('parseIdentity', () => {
	it('reads a classic token', () => {
		const accessToken = {
			displayName: 'vscode',
			role: 'write',
			createdAt: new Date('2026-01-02T03:04:05.678Z'),
		};
		assert.deepEqual(parseIdentity({ ...USER, auth: { type: 'access_token', accessToken } }), {
			...NOBODY,
			tokenName: 'vscode',
			role: 'write',
			createdAt: 1767323045678,
		});
	});

	it('reads for whom each permission of a fine-grained token is, and leaves out what is for nobody', () => {
		const fineGrained = {
			canReadGatedRepos: true,
			global: ['discussion.write'],
			scoped: [
				{
					entity: { _id: '1', type: 'user', name: 'ada' },
					permissions: ['repo.content.read', 'inference.serverless.write'],
				},
				{ entity: { _id: '2', type: 'org', name: 'acme' }, permissions: ['repo.content.read', 7] },
				{ entity: { type: 'org' }, permissions: ['repo.write'] },
				{ entity: { _id: '3', type: 'resource-group' }, permissions: ['repo.write'] },
				'nonsense',
			],
		};
		const accessToken = { displayName: 'fg', role: 'fineGrained', createdAt: 'no date', fineGrained };
		assert.deepEqual(parseIdentity({ ...USER, auth: { type: 'access_token', accessToken } }), {
			...NOBODY,
			tokenName: 'fg',
			role: 'fineGrained',
			fineGrained: {
				canReadGatedRepos: true,
				global: ['discussion.write'],
				scoped: [
					{
						entity: { type: 'user', name: 'ada' },
						permissions: ['repo.content.read', 'inference.serverless.write'],
					},
					{ entity: { type: 'org', name: 'acme' }, permissions: ['repo.content.read'] },
					{ entity: { type: 'resource-group', name: '' }, permissions: ['repo.write'] },
				],
			},
		});
	});

	it('reads an OAuth token, which has neither name nor role of its own', () => {
		assert.deepEqual(parseIdentity({ ...USER, auth: { type: 'oauth', expiresAt: 'soon' } }), {
			...NOBODY,
			tokenName: 'ada',
			role: 'oauth',
		});
	});

	it('reads organisations, and says which of them can pay', () => {
		const orgs = [
			{ name: 'acme', canPay: true, roleInOrg: 'admin', email: null },
			{ name: 'tulip' },
			{},
			null,
		];
		assert.deepEqual(parseIdentity({ ...USER, orgs, auth: { type: 'oauth' } }).organisations, [
			{ name: 'acme', canPay: true, role: 'admin' },
			{ name: 'tulip', canPay: false },
		]);
	});

	it('takes any other answer for a broken protocol, never for a fault of our own', () => {
		const shapeless = fc.oneof(
			fc.jsonValue(),
			fc.record({ name: fc.jsonValue(), auth: fc.jsonValue(), orgs: fc.jsonValue() }),
			fc.constant({ ...USER }),
		);
		fc.assert(
			fc.property(shapeless, answer => {
				try {
					assert.equal(typeof parseIdentity(answer).user, 'string');
				} catch (error) {
					assert.ok(error instanceof ProblemError);
					assert.equal(error.problem.code, 'protocol');
				}
			}),
		);
	});
});
