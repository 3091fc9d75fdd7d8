import assert from 'node:assert/strict';
import { createTokenUrl } from '../../../src/tokens/createTokenUrl';

describe('createTokenUrl', () => {
	for (const [permission, query] of [
		['hub.read', 'ownUserPermissions=repo.content.read&tokenType=fineGrained'],
		['hub.gated', 'ownUserPermissions=repo.content.read&canReadGatedRepos=true&tokenType=fineGrained'],
		['hub.write', 'ownUserPermissions=repo.content.read&ownUserPermissions=repo.write&tokenType=fineGrained'],
		['inference', 'ownUserPermissions=inference.serverless.write&tokenType=fineGrained'],
		['jobs', 'ownUserPermissions=job.write&tokenType=fineGrained'],
	] as const) {
		it(`ticks what ${permission} needs`, () => {
			assert.equal(
				createTokenUrl('https://hub.test', permission),
				`https://hub.test/settings/tokens/new?${query}`,
			);
		});
	}

	it('ticks it for an organization, where it is meant for one', () => {
		assert.equal(
			createTokenUrl('https://hub.test', 'inference', 'acme'),
			'https://hub.test/settings/tokens/new?orgs=acme&orgPermissions=inference.serverless.write&tokenType=fineGrained',
		);
	});
});
