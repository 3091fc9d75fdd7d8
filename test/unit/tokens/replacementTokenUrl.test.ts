import assert from 'node:assert/strict';
import { replacementTokenUrl } from '../../../src/tokens/replacementTokenUrl';
import type { Rights } from '../../../src/tokens/permits';

const HUB = 'https://hub.example';
const query = (rights: Omit<Rights, 'user'>) => {
	const url = new URL(replacementTokenUrl(HUB, { user: 'ada', ...rights }));
	assert.equal(url.origin + url.pathname, `${HUB}/settings/tokens/new`);
	return url.search;
};

describe('the page for a token in the place of another', () => {
	it('is that of the same classic role', () => {
		assert.equal(query({ role: 'read' }), '?tokenType=read');
		assert.equal(query({ role: 'write' }), '?tokenType=write');
		assert.equal(query({ role: 'admin' }), '?tokenType=write');
	});

	it('is filled in for what a fine-grained one may do, and leaves out single repos', () => {
		const scoped = [
			{ entity: { type: 'user', name: 'ada' }, permissions: ['inference.serverless.write', 'repo.write'] },
			{ entity: { type: 'model', name: 'ada/secret' }, permissions: ['repo.content.read'] },
			{ entity: { type: 'org', name: 'acme & co' }, permissions: ['repo.content.read'] },
			{ entity: { type: 'org', name: 'tulip' }, permissions: ['repo.write'] },
		];
		assert.equal(
			query({
				role: 'fineGrained',
				fineGrained: { canReadGatedRepos: true, global: ['post.write'], scoped },
			}),
			'?ownUserPermissions=inference.serverless.write&ownUserPermissions=repo.write&orgs=acme+%26+co&orgPermissions=repo.content.read&globalPermissions=post.write&canReadGatedRepos=true&tokenType=fineGrained',
		);
	});

	it('is that for running models where nobody knows what the other may do', () => {
		for (const role of ['oauth', 'unknown', 'fineGrained']) {
			assert.equal(query({ role }), '?ownUserPermissions=inference.serverless.write&tokenType=fineGrained');
		}
	});
});
