import assert from 'node:assert/strict';
import { RateLimits } from '../../../src/net/rateLimits';
import { problemOf } from './problemOf';

describe('RateLimits', () => {
	let now = 1_000_000;
	let sent = 0;
	const answer = (headers: Record<string, string>, status = 200) =>
		(async () => {
			sent++;
			return new Response('', { status, headers });
		}) as typeof fetch;
	beforeEach(() => {
		sent = 0;
	});

	const spent = { RateLimit: '"api";r=0;t=55' };

	it('keeps back what the Hub would refuse, until the window ends', async () => {
		const limits = new RateLimits(() => now);
		await limits.obeyed(answer(spent), 'ada')('https://hub.test/api/models');
		const next = limits.obeyed(answer({}), 'ada');
		assert.deepEqual(await problemOf(next('https://hub.test/api/datasets')), {
			code: 'rateLimited',
			resetSeconds: 55,
		});
		assert.equal(sent, 1);
		now += 55_000;
		await next('https://hub.test/api/datasets');
		assert.equal(sent, 2);
	});

	it('counts callers, origins and kinds of requests apart', async () => {
		const limits = new RateLimits(() => now);
		await limits.obeyed(answer(spent), 'ada')('https://hub.test/api/models');
		await limits.obeyed(answer({}), 'bram')('https://hub.test/api/models');
		await limits.obeyed(answer({}), 'ada')('https://other.test/api/models');
		await limits.obeyed(answer({}), 'ada')('https://hub.test/a/b/resolve/main/x');
		assert.equal(sent, 4);
	});

	it('goes on while something is left, whatever the other window says', async () => {
		const limits = new RateLimits(() => now);
		const headers = { RateLimit: '"api";r=3;t=55, "resolvers";r=0;t=55' };
		await limits.obeyed(answer(headers), 'ada')('https://hub.test/api/models');
		await limits.obeyed(answer({}), 'ada')('https://hub.test/api/models');
		assert.equal(sent, 2);
	});

	const late: ReadonlyArray<readonly [string, Record<string, string>]> = [
		['no word of it', {}],
		['something left in the same window', { RateLimit: '"api";r=2;t=56' }],
		['a word of another window only', { RateLimit: '"resolvers";r=7;t=300' }],
	];
	for (const [what, headers] of late) {
		it(`still knows that a window is used up when an earlier answer comes late, with ${what}`, async () => {
			const limits = new RateLimits(() => now);
			let arrive = () => undefined as void;
			const slow = (async () => {
				await new Promise<void>(resolve => (arrive = resolve));
				return new Response('', { headers });
			}) as typeof fetch;
			const earlier = limits.obeyed(slow, 'ada')('https://hub.test/api/models');
			await limits.obeyed(answer(spent), 'ada')('https://hub.test/api/models');
			arrive();
			await earlier;
			const problem = await problemOf(limits.obeyed(answer({}), 'ada')('https://hub.test/api/models'));
			assert.deepEqual(problem, { code: 'rateLimited', resetSeconds: 55 });
		});
	}

	it('goes on as soon as an answer is from a later window', async () => {
		const limits = new RateLimits(() => now);
		const next = { RateLimit: '"api";r=499;t=300' };
		const [first, second] = [limits.obeyed(answer(next), 'ada'), limits.obeyed(answer(spent), 'ada')];
		const arriving: typeof fetch = async (...args) => {
			await second('https://hub.test/api/models');
			return answer(next)(...args);
		};
		const slow = limits.obeyed(arriving, 'ada');
		await slow('https://hub.test/api/models');
		await first('https://hub.test/api/models');
		assert.equal(sent, 3);
	});

	it('takes a 429 at its word', async () => {
		const limits = new RateLimits(() => now);
		await limits.obeyed(answer({ 'Retry-After': '30' }, 429), 'ada')('https://hub.test/api/models');
		const problem = await problemOf(limits.obeyed(answer({}), 'ada')('https://hub.test/api/models'));
		assert.deepEqual(problem, { code: 'rateLimited', resetSeconds: 30 });
	});

	it('waits by itself for a window that is about to end', async () => {
		const limits = new RateLimits();
		await limits.obeyed(answer({ RateLimit: '"api";r=0;t=1' }), 'ada')('https://hub.test/api/models');
		await limits.obeyed(answer({}), 'ada')('https://hub.test/api/models');
		assert.equal(sent, 2);
	});

	it('does not begin to wait where nobody wants the answer any more', async () => {
		const limits = new RateLimits(() => now);
		await limits.obeyed(answer({ RateLimit: '"api";r=0;t=4' }), 'ada')('https://hub.test/api/models');
		const request = new Request('https://hub.test/api/models', { signal: AbortSignal.abort() });
		assert.deepEqual(await problemOf(limits.obeyed(answer({}), 'ada')(request)), { code: 'cancelled' });
		assert.equal(sent, 1);
	});

	it('stops waiting when nobody wants the answer any more', async () => {
		const limits = new RateLimits(() => now);
		await limits.obeyed(answer({ RateLimit: '"api";r=0;t=4' }), 'ada')('https://hub.test/api/models');
		const stop = new AbortController();
		const waiting = problemOf(
			limits.obeyed(answer({}), 'ada')('https://hub.test/api/models', { signal: stop.signal }),
		);
		stop.abort();
		assert.deepEqual(await waiting, { code: 'cancelled' });
		assert.equal(sent, 1);
	});
});
