import assert from 'node:assert/strict';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import { hostDetails, recordDetails } from '../../../src/trees/tokenDetails';

const RECORD: TokenRecord = {
	id: '1',
	name: 'vscode',
	user: 'ada',
	role: 'fineGrained',
	fineGrained: {
		canReadGatedRepos: true,
		global: ['discussion.write'],
		scoped: [
			{
				entity: { type: 'user', name: 'ada' },
				permissions: ['inference.serverless.write', 'repo.content.read'],
			},
			{ entity: { type: 'org', name: 'acme' }, permissions: ['repo.write', 'brand.new'] },
			{ entity: { type: 'model', name: 'acme/secret' }, permissions: ['repo.content.read'] },
		],
	},
	organisations: [
		{ name: 'acme', canPay: true },
		{ name: 'tulip', canPay: false },
	],
	isPro: false,
	addedAt: 0,
	checkedAt: 1,
	state: 'valid',
};
const CONTEXT = { now: 0, remindAfterDays: 90, billTo: undefined };
const labels = (facts: Partial<TokenRecord>) =>
	recordDetails({ ...RECORD, ...facts }, CONTEXT).map(({ label }) => label);

describe('what is below a token', () => {
	it('is what it can do, for whom, in words', () => {
		assert.deepEqual(labels({ organisations: [] }), [
			'Can run inference',
			'Can read your repos',
			'Can write to org acme',
			'Can brand.new on org acme',
			'Can read model acme/secret',
			'Can read gated repos',
			'Can write in discussions',
		]);
	});

	it('is that it cannot run models, where it cannot', () => {
		const fineGrained = { canReadGatedRepos: false, global: [], scoped: [] };
		assert.deepEqual(labels({ fineGrained, organisations: [] }), ['Cannot run inference']);
	});

	it('is what the classic roles can do', () => {
		const { fineGrained, ...classic } = RECORD;
		assert.ok(fineGrained);
		const of = (role: string) =>
			recordDetails({ ...classic, role, organisations: [] }, CONTEXT).map(({ label }) => label);
		assert.deepEqual(of('read'), ['Can read your repos', 'Can read gated repos', 'Can run inference']);
		assert.equal(of('write')[0], 'Can read and write your repos');
		assert.deepEqual(of('oauth'), ['Rights unknown']);
	});

	it('is its organizations, with who pays, and only those that can are offered to', () => {
		const rows = (billTo: string | undefined) =>
			recordDetails(RECORD, { ...CONTEXT, billTo }).flatMap(
				({ label, description, contextValue, organization }) =>
					organization === undefined ? [] : [[label, description, contextValue]],
			);
		assert.deepEqual(rows(undefined), [
			['acme', 'organization · can pay', 'hfWorkbench.organization.payer'],
			['tulip', 'organization', 'hfWorkbench.organization'],
		]);
		assert.deepEqual(rows('acme')[0], [
			'acme',
			'organization · pays for runs here',
			'hfWorkbench.organization',
		]);
		assert.deepEqual(rows('tulip')[1], ['tulip', 'organization', 'hfWorkbench.organization']);
	});

	it('is where it may go beside huggingface.co', () => {
		const standings = ['allowed', 'denied', 'setting', 'unasked'] as const;
		const rows = hostDetails(
			'vault/1',
			standings.map(standing => ({ origin: `https://${standing}.test:8080`, standing })),
		);
		assert.deepEqual(
			rows.map(({ label, description, contextValue, host, tokenKey }) => [
				label,
				description,
				contextValue,
				host,
				tokenKey,
			]),
			[
				['allowed.test:8080', 'allowed', 'hfWorkbench.host.allowed', 'https://allowed.test:8080', 'vault/1'],
				[
					'denied.test:8080',
					'never allowed',
					'hfWorkbench.host.denied',
					'https://denied.test:8080',
					'vault/1',
				],
				[
					'setting.test:8080',
					'allowed by a setting',
					'hfWorkbench.host.setting',
					'https://setting.test:8080',
					'vault/1',
				],
				[
					'unasked.test:8080',
					'not allowed yet',
					'hfWorkbench.host.unasked',
					'https://unasked.test:8080',
					'vault/1',
				],
			],
		);
	});

	it('has ids of its own', () => {
		const ids = [
			...recordDetails(RECORD, CONTEXT),
			...hostDetails('vault/1', [{ origin: 'https://x.test', standing: 'allowed' }]),
		].map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
	});
});
