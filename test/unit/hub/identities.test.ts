import assert from 'node:assert/strict';
import { createHub } from '../../../src/hub/hubClient';
import type { StatusFault } from '../../hub/fault';
import { credentialOf } from '../../hub/credentialOf';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { problemOf } from '../net/problemOf';

const signal = new AbortController().signal;
const MINUTE = 60_000;

describe('what the Hub said about a token', () => {
	let server: LoopbackHub;
	before(async () => {
		server = await startLoopbackHub();
	});
	after(() => server.stop());
	afterEach(() => server.reset());

	const status = (name: StatusFault) => ({ kind: 'status', name }) as const;
	const asked = () => server.traffic.requests.filter(({ path }) => path.startsWith('/api/whoami')).length;
	let now = 1_000_000;
	const hub = () =>
		createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () => undefined,
			now: () => now,
		});

	it('counts for an hour, and then it is asked again', async () => {
		const one = hub();
		const who = () => one.whoAmI(credentialOf(server, 'read'), signal);
		await Promise.all([who(), who(), who()]);
		now += 59 * MINUTE;
		assert.equal((await who()).user, 'ada');
		assert.equal(asked(), 1);
		now += 2 * MINUTE;
		await who();
		assert.equal(asked(), 2);
		await one.whoAmI(credentialOf(server, 'otherUser'), signal);
		assert.equal(asked(), 3);
	});

	it('is asked again at once where the user wants to know', async () => {
		const one = hub();
		await one.whoAmI(credentialOf(server, 'read'), signal);
		await one.whoAmI(credentialOf(server, 'read'), signal, 'fresh');
		assert.equal(asked(), 2);
	});

	it('is not asked for by itself before a rate limit ends; what is known counts meanwhile', async () => {
		const one = hub();
		await one.whoAmI(credentialOf(server, 'read'), signal);
		now += 61 * MINUTE;
		server.faults.next({ path: /whoami/ }, status('rateLimited'));
		assert.equal((await problemOf(one.whoAmI(credentialOf(server, 'read'), signal))).code, 'rateLimited');
		// What asks by itself obeys it, though it passes by what is known.
		const again = one.whoAmI(credentialOf(server, 'read'), signal, 'again');
		assert.equal((await problemOf(again)).code, 'rateLimited');
		assert.equal((await one.whoAmI(credentialOf(server, 'read'), signal)).user, 'ada');
		const problem = await problemOf(one.whoAmI(credentialOf(server, 'otherUser'), signal));
		assert.ok(problem.code === 'rateLimited' && problem.resetSeconds !== undefined);
		assert.equal(asked(), 2);
		now += problem.resetSeconds * 1000;
		await one.whoAmI(credentialOf(server, 'otherUser'), signal);
		assert.equal(asked(), 3);
	});

	it('is the same for whoever asks meanwhile, also where it was a failure', async () => {
		const one = hub();
		server.faults.next({ path: /whoami/ }, status('expiredToken'));
		const who = (fresh?: 'fresh') => problemOf(one.whoAmI(credentialOf(server, 'read'), signal, fresh));
		const problems = await Promise.all([who(), who('fresh')]);
		assert.deepEqual(
			problems.map(({ code }) => code),
			['token.expired', 'token.expired'],
		);
		assert.equal(asked(), 1);
	});

	it('is asked for again where only the other one who asked has stopped', async () => {
		const one = hub();
		server.faults.next({ path: /whoami/ }, { kind: 'hang' });
		const stop = new AbortController();
		const stopped = problemOf(one.whoAmI(credentialOf(server, 'read'), stop.signal));
		const other = one.whoAmI(credentialOf(server, 'read'), signal);
		await server.traffic.until(({ openRequests }) => openRequests === 1);
		stop.abort();
		assert.equal((await stopped).code, 'cancelled');
		assert.equal((await other).user, 'ada');
	});

	it('comes with the time at which the Hub said it', async () => {
		const one = hub();
		const told = now;
		assert.equal((await one.whoAmI(credentialOf(server, 'read'), signal)).toldAt, told);
		now += 30 * MINUTE;
		assert.equal((await one.whoAmI(credentialOf(server, 'read'), signal)).toldAt, told);
		assert.equal((await one.whoAmI(credentialOf(server, 'read'), signal, 'fresh')).toldAt, now);
	});

	it('is not kept where it was a failure', async () => {
		const one = hub();
		server.faults.next({ path: /whoami/ }, status('internal'));
		await problemOf(one.whoAmI(credentialOf(server, 'read'), signal));
		assert.equal((await one.whoAmI(credentialOf(server, 'read'), signal)).user, 'ada');
	});
});
