import assert from 'node:assert/strict';
import type { FineGrained } from '../../../src/shared/fineGrained';
import { missesPrivate } from '../../../src/tokens/missesPrivate';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import { own } from './fineGrained';
import { newToken } from './newToken';

const record = (facts: Partial<TokenRecord>): TokenRecord => ({
	...newToken({ role: 'fineGrained', organisations: [{ name: 'acme', canPay: true }] }),
	id: '1',
	addedAt: 1,
	checkedAt: 1,
	state: 'valid',
	...facts,
});
const over = (type: string, name: string): FineGrained => ({
	canReadGatedRepos: false,
	global: [],
	scoped: [{ entity: { type, name }, permissions: ['repo.content.read'] }],
});

const OWN = record({ fineGrained: own('repo.content.read') });
const RUNS = record({ fineGrained: own('inference.serverless.write') });
const ROWS: ReadonlyArray<readonly [string, TokenRecord, string, boolean]> = [
	['sees its user’s', OWN, 'ada/notes', false],
	['is not for the user’s organization', OWN, 'acme/secret', true],
	['is for the organization', record({ fineGrained: over('org', 'acme') }), 'acme/secret', false],
	['is for another repo', record({ fineGrained: over('model', 'acme/other') }), 'acme/secret', true],
	['may be for this repo', record({ fineGrained: over('model', 'acme/secret') }), 'acme/secret', false],
	['only runs models', RUNS, 'ada/notes', true],
	['is asked for what its user does not see either', RUNS, 'meta-llama/Llama', false],
	['is asked for a repo without an owner', RUNS, 'gpt2', false],
	['is asked for an owner', RUNS, 'ada', false],
	['may read everything', record({ role: 'read' }), 'acme/secret', false],
	['was never told of', record({}), 'acme/secret', false],
	[
		'was signed in with less',
		record({ role: 'oauth', signIn: { scopes: ['inference-api'] } }),
		'ada/notes',
		true,
	],
	['was signed in for it', record({ role: 'oauth', signIn: { scopes: ['read-repos'] } }), 'ada/notes', false],
];

describe('whether a token misses a private repo', () => {
	for (const [what, token, repo, misses] of ROWS) {
		it(`${misses ? 'yes' : 'no'}: one that ${what}`, () => assert.equal(missesPrivate(token, repo), misses));
	}
});
