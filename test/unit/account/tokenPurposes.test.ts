import assert from 'node:assert/strict';
import { tokenPurposes } from '../../../src/account/tokenPurposes';

const NEW = 'https://hub.test/settings/tokens/new?';

describe('what a new token can be for', () => {
	it('is one thing at a time, then what the classic roles allow', () => {
		const { fineGrained, classic } = tokenPurposes('https://hub.test', ['acme']);
		assert.deepEqual(
			[...fineGrained, ...classic].map(({ label, url }) => [label, url]),
			[
				['Run Models', `${NEW}ownUserPermissions=inference.serverless.write&tokenType=fineGrained`],
				[
					'Run Models, Paid by acme',
					`${NEW}orgs=acme&orgPermissions=inference.serverless.write&tokenType=fineGrained`,
				],
				[
					'Read Private and Gated Repos',
					`${NEW}ownUserPermissions=repo.content.read&canReadGatedRepos=true&tokenType=fineGrained`,
				],
				[
					'Write to the Hub',
					`${NEW}ownUserPermissions=repo.content.read&ownUserPermissions=repo.write&tokenType=fineGrained`,
				],
				['Start Jobs', `${NEW}ownUserPermissions=job.write&tokenType=fineGrained`],
				['Read', `${NEW}tokenType=read`],
				['Write', `${NEW}tokenType=write`],
			],
		);
	});

	it('is explained, each of them', () => {
		const { fineGrained, classic } = tokenPurposes('https://hub.test', []);
		assert.equal(fineGrained.length, 4);
		assert.ok([...fineGrained, ...classic].every(({ detail }) => detail.endsWith('.')));
	});
});
