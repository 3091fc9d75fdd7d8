import assert from 'node:assert/strict';
import { canRetry, checkMessage } from '../../../src/account/checkMessage';
import { formatMessage } from '../../../src/account/formatMessage';
import type { Problem } from '../../../src/shared/problem';

const CASES: ReadonlyArray<readonly [Problem, RegExp, boolean]> = [
	[{ code: 'token.invalid' }, /^The Hub does not know this token: .*Copy it again/, false],
	[{ code: 'token.expired' }, /^This token has expired\./, false],
	[{ code: 'network.offline', host: 'hub.example' }, /^hub\.example cannot be reached\..*press Enter/, true],
	[{ code: 'network.timeout', host: 'hub.example', seconds: 30 }, /30 seconds.*Press Enter/, true],
	[{ code: 'network.tls', host: 'hub.example', detail: 'CERT_EXPIRED' }, /not secure.*Press Enter/, true],
	[{ code: 'rateLimited', resetSeconds: 55 }, /55 seconds.*Press Enter/, true],
	[{ code: 'server', status: 502 }, /502.*Press Enter/, true],
	[{ code: 'network.redirect', host: 'elsewhere.example' }, /elsewhere\.example/, false],
];

describe('what the token box says after a check that failed', () => {
	for (const [problem, expected, retry] of CASES) {
		it(`for ${problem.code}`, () => {
			assert.match(checkMessage(problem), expected);
			assert.equal(canRetry(problem), retry);
		});
	}
});

describe('what the token box says of the shape of a token', () => {
	const shapes: ReadonlyArray<readonly [string, RegExp | undefined]> = [
		[`hf_${'x'.repeat(34)}`, undefined],
		['', /^Paste/],
		['hf_', /too short/],
		['sk-something', /start with “hf_”/],
		[`api_org_${'x'.repeat(34)}`, /retired/],
		[`hf_${'x'.repeat(20)}!${'x'.repeat(13)}`, /no access token has/],
	];
	for (const [token, expected] of shapes) {
		it(`${expected ? 'refuses' : 'takes'} ${JSON.stringify(token.slice(0, 12))}`, () => {
			const message = formatMessage(token);
			if (expected === undefined) {
				assert.equal(message, undefined);
			} else {
				assert.match(message ?? '', expected);
			}
		});
	}
});
