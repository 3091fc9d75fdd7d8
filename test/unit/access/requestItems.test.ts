import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answersFor, requestWords } from '../../../src/access/requestItems';
import { repoArgument } from '../../../src/access/repoArgument';
import { parseAccessRequest } from '../../../src/hub/parseAccessRequest';

describe('a request for access', () => {
	const entry = {
		user: { user: 'ada', fullname: 'Ada L', email: 'ada@example.test' },
		timestamp: '2026-03-04T12:00:00.000Z',
		status: 'accepted',
		fields: { Use: ' research\n', Agree: true, Nothing: '', Nested: {} },
		grantedBy: { user: 'bram' },
	};

	it('is read, whatever of it is missing', () => {
		assert.deepEqual(parseAccessRequest(entry), {
			user: 'ada',
			status: 'accepted',
			fullName: 'Ada L',
			email: 'ada@example.test',
			askedAt: Date.UTC(2026, 2, 4, 12),
			fields: [
				['Use', 'research'],
				['Agree', 'yes'],
			],
			grantedBy: 'bram',
		});
		assert.deepEqual(parseAccessRequest({ user: { user: 'ada' }, status: 'pending' }), {
			user: 'ada',
			status: 'pending',
			fields: [],
		});
	});

	for (const broken of [
		null,
		{},
		{ user: 'ada', status: 'pending' },
		{ user: { user: 'ada' }, status: 'odd' },
	]) {
		it(`is passed over where it is none: ${JSON.stringify(broken)}`, () =>
			assert.equal(parseAccessRequest(broken), undefined));
	}

	it('is one row, however long its answers are', () => {
		const request = parseAccessRequest({ ...entry, fields: { Why: 'because\n'.repeat(100) } });
		assert.ok(request);
		const { label, description, detail } = requestWords(request);
		assert.equal(label, 'ada');
		assert.match(description, /^Ada L · ada@example\.test · asked 2026-03-0\d · let in by bram$/);
		assert.ok(detail.length <= 201 && !detail.includes('\n'));
	});

	it('is answered with what it is not already', () => {
		assert.deepEqual(answersFor('pending'), ['accept', 'reject']);
		assert.deepEqual(answersFor('accepted'), ['reject']);
		assert.deepEqual(answersFor('rejected'), ['accept']);
	});
});

describe('the repo that a command is about', () => {
	const REPO = { type: 'model', id: 'acme/model' } as const;
	for (const [argument, expected] of [
		[{ modelId: 'acme/model' }, REPO],
		[{ repo: REPO, modelId: 'acme/other' }, REPO],
		[REPO, REPO],
		[{ repo: { type: 'dataset', id: 'acme/data' } }, { type: 'dataset', id: 'acme/data' }],
		[{ modelId: '../x' }, undefined],
		[{ type: 'user', id: 'acme/x' }, undefined],
		['acme/model', undefined],
		[undefined, undefined],
	] as const) {
		it(`${JSON.stringify(argument)}`, () => assert.deepEqual(repoArgument(argument), expected));
	}
});
