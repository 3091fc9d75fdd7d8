import assert from 'node:assert/strict';
import type { FineGrained } from '../../../src/shared/fineGrained';
import type { Permission } from '../../../src/shared/permission';
import { permissionsOf } from '../../../src/tokens/permissionsOf';
import { permits, seesPrivate } from '../../../src/tokens/permits';
import { own } from './fineGrained';

const ALL: readonly Permission[] = ['hub.read', 'hub.gated', 'hub.write', 'inference', 'jobs'];

describe('permissionsOf', () => {
	for (const [role, fineGrained, expected] of [
		['read', undefined, ['hub.read', 'hub.gated', 'inference']],
		['write', undefined, ALL],
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
		],
	};
	const rights = { user: 'ada', role: 'fineGrained', fineGrained };

	for (const [permission, on, expected] of [
		['inference', undefined, false],
		['inference', 'ada', false],
		['inference', 'acme', true],
		['inference', 'tulip', false],
		['jobs', 'acme', true],
		['jobs', undefined, false],
		['hub.write', undefined, true],
		['hub.write', 'tulip/bulb', true],
		['hub.write', 'tulip/other', false],
		['hub.write', 'tulip', false],
		['hub.write', 'acme/model', false],
		['hub.read', 'acme/model', true],
	] as ReadonlyArray<readonly [Permission, string | undefined, boolean]>) {
		it(`${expected ? 'grants' : 'refuses'} ${permission} for ${on ?? 'the account itself'}`, () => {
			assert.equal(permits(rights, permission, on), expected);
		});
	}

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
