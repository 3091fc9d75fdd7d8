import assert from 'node:assert/strict';
import type { FineGrained } from '../../../src/shared/fineGrained';
import type { Permission } from '../../../src/shared/permission';
import { permissionsOf } from '../../../src/tokens/permissionsOf';
import { permits, type Rights, seesPrivate } from '../../../src/tokens/permits';
import { own } from './fineGrained';

const ALL: readonly Permission[] = ['hub.read', 'hub.gated', 'hub.write', 'inference', 'jobs'];

describe('permissionsOf', () => {
	for (const [role, fineGrained, expected] of [
		['read', undefined, ['hub.read', 'hub.gated', 'inference']],
		['write', undefined, ALL],
		['admin', undefined, ALL],
		['contributor', undefined, undefined],
		['fineGrained', own(), ['hub.read']],
		['fineGrained', own('repo.content.read'), ['hub.read']],
		['fineGrained', own('inference.serverless.write'), ['hub.read', 'inference']],
		['fineGrained', own('repo.write', 'job.write'), ['hub.read', 'hub.write', 'jobs']],
		['fineGrained', { ...own(), canReadGatedRepos: true }, ['hub.read', 'hub.gated']],
		['fineGrained', { ...own(), global: ['inference.serverless.write'] }, ['hub.read', 'inference']],
		['fineGrained', undefined, undefined],
		['oauth', undefined, undefined],
		['unknown', undefined, undefined],
	] as ReadonlyArray<readonly [string, FineGrained | undefined, readonly Permission[] | undefined]>) {
		it(`of ${role} with ${JSON.stringify(fineGrained)}: ${expected?.join(', ') ?? 'not known'}`, () => {
			const permissions = permissionsOf({ user: 'ada', role, ...(fineGrained && { fineGrained }) });
			assert.deepEqual(permissions && [...permissions], expected);
		});
	}
});

describe('permits', () => {
	const fineGrained: FineGrained = {
		canReadGatedRepos: false,
		global: [],
		scoped: [
			{ entity: { type: 'org', name: 'acme' }, permissions: ['inference.serverless.write', 'job.write'] },
			{ entity: { type: 'model', name: 'tulip/bulb' }, permissions: ['repo.write'] },
			{ entity: { type: 'org', name: 'birch' }, permissions: ['repo.made.write'] },
			{ entity: { type: 'bucket', name: 'birch/logs' }, permissions: ['repo.write'] },
		],
	};
	const rights = {
		user: 'ada',
		role: 'fineGrained',
		fineGrained,
		organisations: [{ name: 'acme', canPay: true }],
	};

	for (const [permission, on, expected] of [
		['inference', undefined, false],
		['inference', 'ada', false],
		['inference', 'acme', true],
		['inference', 'tulip', false],
		['jobs', 'acme', true],
		['jobs', undefined, false],
		['hub.write', undefined, true],
		// A dataset may be called like the model.
		['hub.write', 'tulip/bulb', undefined],
		['hub.write', 'tulip/other', false],
		['hub.write', 'tulip', false],
		['hub.write', 'acme/model', false],
		// A permission about repos that is newer than this code.
		['hub.write', 'birch/model', undefined],
		['hub.write', 'elm/logs', false],
		['hub.read', 'acme/model', true],
		['hub.gated', undefined, false],
		['hub.gated', 'meta/llama', false],
		['hub.gated', 'tulip/bulb', undefined],
		['hub.gated', 'tulip/other', false],
		// What is one's own or one's organisation's, the Hub may let one read without a request.
		['hub.gated', 'ada/model', undefined],
		['hub.gated', 'acme/model', undefined],
	] as ReadonlyArray<readonly [Permission, string | undefined, boolean | undefined]>) {
		const does = expected === undefined ? 'does not know of' : expected ? 'grants' : 'refuses';
		it(`${does} ${permission} for ${on ?? 'the account itself'}`, () => {
			assert.equal(permits(rights, permission, on), expected);
		});
	}

	const scoped = (type: string, name: string, ...permissions: string[]) => ({
		...rights,
		fineGrained: { canReadGatedRepos: false, global: [], scoped: [{ entity: { type, name }, permissions }] },
	});
	const signIn = (...scopes: string[]) => ({
		user: 'ada',
		role: 'oauth',
		organisations: [],
		signIn: { scopes },
	});

	for (const [what, of, permission, on, expected] of [
		[
			'a gated repo of its own, which it reads',
			scoped('user', 'ada', 'repo.content.read'),
			'hub.gated',
			'ada/m',
			true,
		],
		[
			'a gated repo of an organisation, which it reads',
			scoped('org', 'elm', 'repo.content.read'),
			'hub.gated',
			'elm/m',
			true,
		],
		[
			'a gated repo of another organisation',
			scoped('org', 'elm', 'repo.content.read'),
			'hub.gated',
			'oak/m',
			false,
		],
		[
			'a gated repo that is one of two called alike',
			scoped('dataset', 'oak/m', 'repo.content.read'),
			'hub.gated',
			'oak/m',
			undefined,
		],
		[
			'a repo that may be in its group of resources',
			scoped('resource-group', 'lab', 'repo.write'),
			'hub.write',
			'oak/m',
			undefined,
		],
		[
			'a repo, where its group of resources has no name',
			scoped('resource-group', '', 'repo.write'),
			'hub.write',
			'oak/m',
			undefined,
		],
		['a repo called like its bucket', scoped('bucket', 'oak/m', 'repo.write'), 'hub.write', 'oak/m', false],
		[
			'a repo whose organisation is called like a model’s last part',
			scoped('model', 'oak', 'repo.write'),
			'hub.write',
			'oak/m',
			false,
		],
		[
			'who may read a repo, which is no writing',
			scoped('org', 'oak', 'repo.access.read'),
			'hub.write',
			'oak/m',
			false,
		],
		['Jobs, with another permission', scoped('user', 'ada', 'repo.write'), 'jobs', undefined, false],
		['a sign-in’s own gated repo', signIn('read-repos'), 'hub.gated', 'ada/m', undefined],
		['a gated repo of somebody else, by a sign-in', signIn('read-repos'), 'hub.gated', 'oak/m', false],
		[
			'writing, by a sign-in that may contribute',
			signIn('contribute-repos'),
			'hub.write',
			'oak/m',
			undefined,
		],
		['writing, by a sign-in that may not', signIn('read-repos'), 'hub.write', 'oak/m', false],
	] as ReadonlyArray<readonly [string, Rights, Permission, string | undefined, boolean | undefined]>) {
		it(`says ${expected ?? 'nothing'} of ${what}`, () => assert.equal(permits(of, permission, on), expected));
	}

	it('refuses a contributor nothing but what nobody told', () => {
		const contributor = { user: 'ada', role: 'contributor' };
		assert.deepEqual(
			ALL.map(permission => permits(contributor, permission)),
			[true, true, undefined, true, undefined],
		);
	});

	it('tells who sees what is private', () => {
		assert.equal(seesPrivate({ user: 'ada', role: 'read' }), true);
		assert.equal(seesPrivate({ user: 'ada', role: 'fineGrained', fineGrained: own('job.write') }), false);
		assert.equal(
			seesPrivate({ user: 'ada', role: 'fineGrained', fineGrained: own('repo.content.read') }),
			true,
		);
		assert.equal(seesPrivate(rights, 'tulip/bulb'), true);
		assert.equal(seesPrivate(rights, 'acme'), false);
	});
});
