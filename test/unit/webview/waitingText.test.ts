import assert from 'node:assert/strict';
import type { Waiting } from '../../../src/shared/run';
import { waitingText } from '../../../src/webview/waitingText';

describe('waitingText', () => {
	const now = 1_000_000;
	const rows: ReadonlyArray<readonly [Waiting, startedAt: number, text: string]> = [
		[{ why: 'loading' }, now, 'The model is loading…'],
		[{ why: 'loading', until: now + 41_200 }, now, 'The model is loading, about 42 s'],
		[{ why: 'limited', until: now + 500 }, now, 'The rate limit is reached; trying again in 1 s'],
		[{ why: 'limited', until: now - 1 }, now, 'The rate limit is reached; trying again…'],
		[{ why: 'queued' }, now - 75_400, 'The provider has put it into its queue… 1 min 15 s'],
		[{ why: 'queued' }, now - 900, 'The provider has put it into its queue…'],
		[{ why: 'cancelling' }, now, 'Stopping; the provider is told to cancel the job…'],
		[{ why: 'turn' }, now, 'Waiting for other runs to end…'],
	];
	for (const [waiting, startedAt, text] of rows) {
		it(`says “${text}”`, () => assert.equal(waitingText(waiting, now, startedAt), text));
	}
});
