import assert from 'node:assert/strict';
import { addedMessage } from '../../../src/account/addedMessage';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import { own } from '../tokens/fineGrained';

const RECORD: TokenRecord = {
	id: '1',
	name: 'vscode',
	user: 'ada',
	role: 'fineGrained',
	fineGrained: own('inference.serverless.write'),
	organisations: [],
	isPro: false,
	addedAt: 0,
	checkedAt: 0,
	state: 'valid',
};

const CASES: ReadonlyArray<readonly [Partial<TokenRecord>, string]> = [
	[{}, 'Added “vscode” of ada (fine-grained, can run inference).'],
	[{ role: 'read' }, 'Added “vscode” of ada (read, can run inference).'],
	[{ role: 'write' }, 'Added “vscode” of ada (write, can run inference).'],
	[{ role: 'oauth' }, 'Added “vscode” of ada (sign-in, can run inference).'],
	[
		{ fineGrained: own('repo.content.read') },
		'Added “vscode” of ada (fine-grained, cannot run inference). To run models, a token needs the permission to make calls to Inference Providers.',
	],
];

describe('what is said of a token that was added', () => {
	for (const [change, expected] of CASES) {
		it(JSON.stringify(change), () => {
			const { fineGrained, ...rest } = RECORD;
			const base = change.role === undefined ? { ...rest, ...(fineGrained && { fineGrained }) } : rest;
			assert.equal(addedMessage('Added', { ...base, ...change }), expected);
		});
	}
});
