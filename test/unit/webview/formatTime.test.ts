import assert from 'node:assert/strict';
import { formatTime } from '../../../src/webview/formatTime';

describe('formatTime', () => {
	const noon = new Date(2026, 5, 1, 14, 3).getTime();

	it('gives the time alone on the same day', () => {
		assert.equal(formatTime(noon, noon + 3_600_000), '14:03');
	});

	it('gives the day too on another one', () => {
		assert.equal(formatTime(noon, noon + 24 * 3_600_000), 'Jun 1, 14:03');
	});
});
