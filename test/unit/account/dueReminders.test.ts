import assert from 'node:assert/strict';
import { dueReminders } from '../../../src/account/dueReminders';
import { reminderWords } from '../../../src/account/reminderWords';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1000 * DAY;

function record(name: string, facts: Partial<TokenRecord>): TokenRecord {
	return {
		id: name,
		name,
		user: 'ada',
		role: 'read',
		organisations: [],
		isPro: false,
		addedAt: NOW,
		checkedAt: NOW,
		state: 'valid',
		...facts,
	};
}

const young = record('young', { createdAt: NOW - 10 * DAY });
const old = record('old', { createdAt: NOW - 120 * DAY });
const added = record('added', { addedAt: NOW - 95 * DAY });
const ending = record('ending', { expiresAt: NOW + 3 * DAY });
const ended = record('ended', { expiresAt: NOW - DAY });
const spokenOf = record('spokenOf', { createdAt: NOW - 120 * DAY, remindAt: NOW + DAY });
const longAgo = record('longAgo', { createdAt: NOW - 150 * DAY, remindAt: NOW });
const signedIn = record('signedIn', { expiresAt: NOW + DAY, signIn: { scopes: [] } });

describe('the tokens to be reminded of', () => {
	for (const [what, records, days, expected] of [
		['none that is young', [young], 90, []],
		['an old one', [young, old], 90, ['old']],
		['one of unknown age by when it was added', [added], 90, ['added']],
		['those that end first, whichever is in use', [old, ending, ended], 90, ['ended', 'ending', 'old']],
		['none that was spoken of lately', [spokenOf, old], 90, ['old']],
		['one that was spoken of a month ago', [longAgo], 90, ['longAgo']],
		['none for its age where the setting says never', [old, ending], 0, ['ending']],
		['an old one by the setting', [young, old], 5, ['young', 'old']],
		['no sign-in, which renews itself', [signedIn], 90, []],
	] as ReadonlyArray<readonly [string, readonly TokenRecord[], number, readonly string[]]>) {
		it(`are ${what}`, () => {
			const due = dueReminders(records, NOW, days);
			assert.deepEqual(
				due.map(one => one.record.name),
				expected,
			);
		});
	}
});

describe('what is said of old tokens', () => {
	for (const [records, words] of [
		[[old], '“old” of ada: created 120 days ago. Replace it with a new one.'],
		[
			[old, ending],
			'Replace 2 access tokens with new ones: “ending” of ada (ends in 3 days) and “old” of ada (created 120 days ago).',
		],
		[
			[old, ending, ended, added, longAgo],
			'Replace 5 access tokens with new ones: “ended” of ada (ended), “ending” of ada (ends in 3 days), “old” of ada (created 120 days ago) and 2 more.',
		],
	] as ReadonlyArray<readonly [readonly TokenRecord[], string]>) {
		it(`of ${records.length}`, () => assert.equal(reminderWords(dueReminders(records, NOW, 90)), words));
	}
});
