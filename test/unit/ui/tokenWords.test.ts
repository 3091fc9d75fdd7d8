import assert from 'node:assert/strict';
import { abilityWords } from '../../../src/ui/tokenWords';

describe('what a token may do, in words', () => {
	for (const [role, words] of [
		['read', 'read your repos, read gated repos, run inference'],
		['write', 'read and write your repos, read gated repos, run inference, start Jobs'],
		['admin', 'read and write your repos, read gated repos, run inference, start Jobs'],
		['contributor', 'read your repos, read gated repos, run inference, write to repos that you have made'],
		['something new', 'not told by the Hub'],
	] as const) {
		it(`with the role ${role}`, () => assert.equal(abilityWords({ user: 'ada', role }), words));
	}

	it('names for whom, and a thing without a name by its kind', () => {
		const scoped = [
			{ entity: { type: 'model', name: 'acme/x' }, permissions: ['repo.content.read'] },
			{ entity: { type: 'resource-group', name: '' }, permissions: ['repo.write'] },
		];
		assert.equal(
			abilityWords({
				user: 'ada',
				role: 'fineGrained',
				fineGrained: { canReadGatedRepos: false, global: [], scoped },
			}),
			'read model acme/x, write to a resource-group',
		);
	});
});
