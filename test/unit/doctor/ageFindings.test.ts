import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ageFindings } from '../../../src/doctor/checks/ageFindings';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 25);

describe('the dates of a token', () => {
	const kinds = (createdDays?: number, expiresDays?: number, remindAfterDays = 90) =>
		ageFindings(
			{
				name: 'it',
				place: 'environment',
				...(createdDays !== undefined && { createdAt: NOW - createdDays * DAY }),
				...(expiresDays !== undefined && { expiresAt: NOW + expiresDays * DAY }),
			},
			NOW,
			remindAfterDays,
		).map(({ kind }) => kind);

	it('say nothing of one that is young, or of which nothing is known', () => {
		assert.deepEqual(kinds(), []);
		assert.deepEqual(kinds(89, 8), []);
	});

	it('tell of its age and of its end', () => {
		assert.deepEqual(kinds(90), ['tokens.old']);
		assert.deepEqual(kinds(1, 7), ['tokens.expiresSoon']);
		assert.deepEqual(kinds(400, 0.5), ['tokens.expiresSoon']);
	});

	it('leave what is over to the Hub, and the age to whoever wants to be told', () => {
		assert.deepEqual(kinds(1, -1), []);
		assert.deepEqual(kinds(400, undefined, 0), []);
		assert.deepEqual(kinds(30, undefined, 30), ['tokens.old']);
	});
});
