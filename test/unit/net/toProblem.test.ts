import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnswerFacts } from '../../../src/net/operation';
import { toProblem } from '../../../src/net/toProblem';
import type { Problem } from '../../../src/shared/problem';
import { ProblemError } from '../../../src/util/problemError';
import { makeTestTokens } from '../../hub/testTokens';

const answered = (status: number): AnswerFacts => ({ status, host: 'hub.test' });
const coded = (code: string) => Object.assign(new Error('failed'), { code });

const ROWS: ReadonlyArray<readonly [string, unknown, AnswerFacts | undefined, Problem]> = [
	['a problem as it is', new ProblemError({ code: 'stream.cut' }), answered(500), { code: 'stream.cut' }],
	['an abort', new DOMException('aborted', 'AbortError'), answered(500), { code: 'cancelled' }],
	[
		'a connection that broke in a body',
		new TypeError('terminated', { cause: coded('UND_ERR_SOCKET') }),
		answered(200),
		{ code: 'network.offline', host: 'hub.test' },
	],
	[
		'an API error, by the facts of the answer',
		Object.assign(new Error('Api error'), { statusCode: 500 }),
		answered(502),
		{ code: 'server', status: 502 },
	],
	[
		'an API error without facts, by its status',
		Object.assign(new Error('Api error'), { statusCode: 429 }),
		undefined,
		{ code: 'rateLimited' },
	],
	[
		'broken JSON in an error, by its status',
		new SyntaxError('Unexpected token'),
		answered(500),
		{ code: 'server', status: 500 },
	],
	[
		'broken JSON in an answer',
		new SyntaxError('Unexpected token'),
		answered(200),
		{ code: 'protocol', detail: 'The answer is not valid JSON.' },
	],
	[
		'an answer that lacks something',
		new TypeError("Cannot read properties of undefined (reading 'accessToken')"),
		answered(200),
		{
			code: 'protocol',
			detail: 'Something is missing from the answer, or is not of the expected kind.',
		},
	],
	[
		'a fault of our own',
		new TypeError('x is not a function\n    at y'),
		undefined,
		{ code: 'unexpected', detail: 'x is not a function' },
	],
	['what is no error at all', 'thrown', undefined, { code: 'unexpected', detail: 'thrown' }],
];

describe('toProblem', () => {
	for (const [what, error, facts, problem] of ROWS) {
		it(`knows ${what}`, () => assert.deepEqual(toProblem(error, facts), problem));
	}

	it('never repeats a token, whatever failed and wherever it stood', () => {
		const { read, oauth } = makeTestTokens();
		fc.assert(
			fc.property(
				fc.constantFrom(read, oauth, `api_org_${read.slice(3)}`),
				fc.string(),
				fc.string(),
				fc.constantFrom(undefined, 200, 401, 403, 404, 422, 500),
				(token, before, after, status) => {
					const text = `${before} ${token} ${after}`;
					const facts = status === undefined ? undefined : { ...answered(status), errorMessage: text };
					for (const error of [new Error(text), new SyntaxError(text), text, { message: text }]) {
						const asked = { permission: 'inference' as const, signedIn: true };
						assert.ok(!JSON.stringify(toProblem(error, facts, asked)).includes(token));
					}
				},
			),
		);
	});
});
