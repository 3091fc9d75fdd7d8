import assert from 'node:assert/strict';
import { answerFacts } from '../../../src/net/answerFacts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

function resetOf(status: number, headers: Record<string, string>): number | undefined {
	return answerFacts(new Response(null, { status, headers }), 'hub.test', NOW).resetSeconds;
}

describe('answerFacts', () => {
	for (const [what, status, headers, seconds] of [
		['a window that is used up', 429, { RateLimit: '"api";r=0;t=55' }, 55],
		['blanks between the parts', 429, { RateLimit: '"api"; r=0; t=55' }, 55],
		['the longest of several windows', 429, { RateLimit: '"api";r=0;t=5, "pages";r=0;t=90' }, 90],
		['only the windows that are used up', 429, { RateLimit: '"api";r=3;t=90, "pages";r=0;t=5' }, 5],
		['a window with something left', 200, { RateLimit: '"api";r=499;t=55' }, undefined],
		['ten left', 200, { RateLimit: '"api";r=10;t=55' }, undefined],
		['the window before Retry-After', 429, { RateLimit: '"api";r=0;t=55', 'Retry-After': '1' }, 55],
		['Retry-After in seconds', 429, { 'Retry-After': '12' }, 12],
		['Retry-After in parts of a second', 429, { 'Retry-After': '0.4' }, 1],
		['Retry-After as a date', 503, { 'Retry-After': 'Sun, 01 Mar 2026 12:01:30 GMT' }, 90],
		['Retry-After in the past', 503, { 'Retry-After': 'Sun, 01 Mar 2026 11:00:00 GMT' }, 0],
		['Retry-After where nobody has to wait', 301, { 'Retry-After': '12' }, undefined],
		['Retry-After that says nothing', 429, { 'Retry-After': 'soon' }, undefined],
		['no header', 429, {}, undefined],
	] as const) {
		it(`reads the time to wait from ${what}`, () => {
			assert.equal(resetOf(status, headers), seconds);
		});
	}

	it('leaves out what the answer does not say', () => {
		assert.deepEqual(answerFacts(new Response(null, { status: 204 }), 'hub.test', NOW), {
			status: 204,
			host: 'hub.test',
		});
	});
});
