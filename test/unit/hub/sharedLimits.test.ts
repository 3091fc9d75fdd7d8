import assert from 'node:assert/strict';
import { createHub } from '../../../src/hub/hubClient';
import { HubAnswers } from '../../../src/hub/hubAnswers';
import { resolveCommit } from '../../../src/hub/transfers/hubFiles';
import type { Credential } from '../../../src/net/credential';
import { RateLimits } from '../../../src/net/rateLimits';
import { problemOf } from '../net/problemOf';
import { type LocalServer, startServer } from '../net/localServer';

const { signal } = new AbortController();
const REPO = { type: 'model', id: 'ada/model' } as const;

/** What a window knows of the Hub's rate limits, it knows for whatever it asks the Hub. */
describe('A rate limit', () => {
	let server: LocalServer;
	let now = 1_000_000;
	let left = 1;
	let who = 'x';
	const limits = new RateLimits(() => now);
	const way = () => ({
		endpoints: () => ({ hub: server.origin, router: server.origin }),
		credentials: (): Promise<Credential> =>
			Promise.resolve({ value: `hf_${who.repeat(34)}`, name: who, origins: [server.origin] }),
		limits,
		answers: new HubAnswers(),
	});

	before(async () => {
		server = await startServer((request, response) => {
			const isFile = request.url?.includes('/resolve/') ?? false;
			response.setHeader('RateLimit', isFile ? '"resolvers";r=9;t=55' : `"api";r=${left};t=55`);
			response.setHeader('ETag', '"x"');
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify({ sha: '1'.repeat(40), branches: [], tags: [], converts: [] }));
		});
	});
	after(() => server.stop());

	it('that an ordinary answer has told of keeps back what other rooms ask, ahead of a 429, for that caller and bucket alone', async () => {
		const hub = createHub(way());
		await hub.refs(REPO, signal);
		await resolveCommit(way(), REPO, 'main', signal);
		left = 0;
		await hub.refs({ ...REPO, id: 'ada/last' }, signal);
		const asked = server.seen.length;
		const limited = { code: 'rateLimited', resetSeconds: 55 };
		assert.deepEqual(await problemOf(resolveCommit(way(), REPO, 'main', signal)), limited);
		assert.deepEqual(await problemOf(hub.refs({ ...REPO, id: 'ada/more' }, signal)), limited);
		assert.equal(server.seen.length, asked, 'nothing was sent');
		await hub.read({ ...REPO, revision: 'main' }, 'a.txt', { most: 1_000 }, signal);
		who = 'y';
		await resolveCommit(way(), REPO, 'main', signal);
		who = 'x';
		assert.equal(server.seen.length, asked + 2, 'another bucket, and another token');
		now += 55_000;
		await resolveCommit(way(), REPO, 'main', signal);
		assert.equal(server.seen.length, asked + 3);
	});
});
