import assert from 'node:assert/strict';
import { hasScopes } from '../../../src/account/hasScopes';
import { own } from '../tokens/fineGrained';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';

const of = (facts: Pick<TokenRecord, 'role' | 'fineGrained' | 'signIn'>): TokenRecord => ({
	id: 'id',
	name: 'name',
	user: 'ada',
	organisations: [],
	isPro: false,
	state: 'valid',
	addedAt: 1,
	checkedAt: 1,
	...facts,
});
const signIn = (...scopes: string[]) => of({ role: 'oauth', signIn: { scopes } });

/** A token, what is asked for, and whether it has that. */
const CASES: Readonly<Record<string, readonly [TokenRecord, readonly string[], boolean]>> = {
	'who one is, of any token': [of({ role: 'unknown' }), ['openid', 'profile'], true],
	'inference, of one that reads': [of({ role: 'read' }), ['inference-api'], true],
	'writing, of one that reads': [of({ role: 'read' }), ['write-repos'], false],
	'writing, of one that writes': [of({ role: 'write' }), ['write-repos', 'jobs'], true],
	'reading, of a fine-grained one that only runs models': [
		of({ role: 'fineGrained', fineGrained: own('inference.serverless.write') }),
		['read-repos'],
		false,
	],
	'reading, of a fine-grained one that reads': [
		of({ role: 'fineGrained', fineGrained: own('repo.content.read') }),
		['read-repos'],
		true,
	],
	'what no permission stands for, of one that writes': [of({ role: 'write' }), ['email'], false],
	'what no permission stands for, of a sign-in that has it': [
		signIn('inference-api', 'email', 'webhooks'),
		['email', 'webhooks'],
		true,
	],
	'what a sign-in was not granted': [signIn('inference-api'), ['email'], false],
	'reading, of a sign-in that only runs models': [signIn('inference-api'), ['read-repos'], false],
	'reading, of a sign-in that writes': [signIn('write-repos'), ['read-repos'], true],
	'managing, of a sign-in that writes': [signIn('write-repos'), ['manage-repos'], false],
};

describe('whether a token has the scopes that an extension asks for', () => {
	for (const [title, [record, scopes, expected]] of Object.entries(CASES)) {
		it(title, () => assert.equal(hasScopes(record, scopes), expected));
	}
});
