import assert from 'node:assert/strict';
import type { Waiting } from '../../../src/shared/run';
import { waitingText } from '../../../src/webview/waitingText';

describe('waitingText', () => {
	const now = 1_000_000;
	const rows: ReadonlyArray<readonly [Waiting, string]> = [
		[{ why: 'loading' }, 'The model is loading…'],
		[{ why: 'loading', until: now + 41_200 }, 'The model is loading, about 42 s'],
		[{ why: 'queued', until: now + 500 }, 'The rate limit is reached; trying again in 1 s'],
		[{ why: 'retrying', until: now + 3_000 }, 'The provider did not answer; trying again in 3 s'],
		[{ why: 'retrying', until: now - 1 }, 'The provider did not answer; trying again…'],
	];
	for (const [waiting, text] of rows) {
		it(`says “${text}”`, () => assert.equal(waitingText(waiting, now), text));
	}
});
