import assert from 'node:assert/strict';
import { ProblemError } from '../../../src/util/problemError';
import { problemOf } from '../../../src/util/problemOf';

describe('problemOf', () => {
	it('takes the problem out of an error that carries one', () => {
		const problem = { code: 'network.offline', host: 'hub.example' } as const;
		assert.equal(problemOf(new ProblemError(problem)), problem);
	});

	it('takes an abort for what the user wanted', () => {
		assert.deepEqual(problemOf(new DOMException('gone', 'AbortError')), { code: 'cancelled' });
	});

	it('keeps the message of anything else, without a token', () => {
		const value = `hf_${'x'.repeat(34)}`;
		const problem = problemOf(new TypeError(`bad header: Bearer ${value}`));
		assert.equal(problem.code, 'unexpected');
		assert.ok(!JSON.stringify(problem).includes(value));
		assert.deepEqual(problemOf('text'), { code: 'unexpected', detail: 'text' });
	});
});
