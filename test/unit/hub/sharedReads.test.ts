import assert from 'node:assert/strict';
import { createHub } from '../../../src/hub/hubClient';
import { HubAnswers } from '../../../src/hub/hubAnswers';
import { listRepoFiles, listRevisions, resolveCommit } from '../../../src/hub/transfers/hubFiles';
import type { Credential } from '../../../src/net/credential';
import { RateLimits } from '../../../src/net/rateLimits';
import { problemOf } from '../net/problemOf';
import { type LocalServer, startServer } from '../net/localServer';

const { signal } = new AbortController();
const REPO = { type: 'model', id: 'ada/model' } as const;
const COMMIT = '1'.repeat(40);

/** What a download asks before it begins is asked the Hub as all else is. */
describe('what is read of a repo before files are transferred', () => {
	let server: LocalServer;
	let who: string;
	let asWhom: number;
	let isHeld: boolean;
	let release: () => void;
	let answers: HubAnswers;
	const way = () => ({
		endpoints: () => ({ hub: server.origin, router: server.origin }),
		credentials: (): Promise<Credential> => {
			asWhom++;
			return Promise.resolve({ value: `hf_${who.repeat(34)}`, name: who, origins: [server.origin] });
		},
		limits: new RateLimits(),
		answers,
	});
	const reads = (): Readonly<Record<string, (own: AbortSignal) => Promise<unknown>>> => ({
		commit: own => resolveCommit(way(), REPO, 'main', own),
		revisions: own => listRevisions(way(), REPO, own),
		files: own => listRepoFiles(way(), REPO, { commit: COMMIT, folder: 'docs' }, own),
	});

	before(async () => {
		server = await startServer((request, response) => {
			const tag = '"x"';
			response.setHeader('ETag', tag);
			response.setHeader('Content-Type', 'application/json');
			const isKnown = request.headers['if-none-match'] === tag;
			const isList = request.url?.includes('/tree/') ?? false;
			const file = { type: 'file', path: 'docs/a.md', size: 1, oid: COMMIT };
			const body = isList ? [file] : { sha: COMMIT, branches: [{ name: 'main' }], tags: [], converts: [] };
			const send = () =>
				response.writeHead(isKnown ? 304 : 200).end(isKnown ? undefined : JSON.stringify(body));
			if (isHeld) {
				release = send;
			} else {
				send();
			}
		});
	});
	after(() => server.stop());
	beforeEach(() => {
		answers = new HubAnswers();
		who = 'x';
		asWhom = 0;
		isHeld = false;
	});

	for (const name of ['commit', 'revisions', 'files']) {
		it(`is asked for once by all who want the ${name} at the same time, and by its tag later`, async () => {
			const read = reads()[name] ?? assert.fail();
			const before = server.seen.length;
			const [one, other] = await Promise.all([read(signal), read(signal)]);
			assert.deepEqual(one, other);
			assert.equal(server.seen.length, before + 1);
			assert.deepEqual(await read(signal), one);
			assert.deepEqual(
				server.seen.slice(before).map(({ headers }) => headers['if-none-match']),
				[undefined, '"x"'],
			);
		});

		it(`is asked for as each token: the ${name}`, async () => {
			const read = reads()[name] ?? assert.fail();
			const before = server.seen.length;
			const asX = read(signal);
			who = 'y';
			const asY = read(signal);
			await Promise.all([asX, asY]);
			const seen = server.seen.slice(before).map(({ headers }) => headers);
			assert.deepEqual(
				seen.map(({ authorization }) => authorization).sort(),
				['x', 'y'].map(one => `Bearer hf_${one.repeat(34)}`),
			);
			assert.ok(seen.every(headers => headers['if-none-match'] === undefined));
			who = 'z';
			await read(signal);
			assert.equal(server.seen.at(-1)?.headers['if-none-match'], undefined);
		});
	}

	it('ends for one who leaves, and goes on for the others', async () => {
		isHeld = true;
		const before = server.seen.length;
		const leaving = new AbortController();
		const left = problemOf(resolveCommit(way(), REPO, 'main', leaving.signal));
		const stays = resolveCommit(way(), REPO, 'main', signal);
		while (server.seen.length === before) {
			await new Promise(resolve => setImmediate(resolve));
		}
		leaving.abort();
		assert.equal((await left).code, 'cancelled');
		release();
		assert.equal(await stays, COMMIT);
		assert.equal(server.seen.length, before + 1);
	});

	it('is the same answer that the views have, by its tag', async () => {
		const hub = createHub(way());
		await hub.refs(REPO, signal);
		await listRevisions(way(), REPO, signal);
		assert.equal(server.seen.at(-1)?.headers['if-none-match'], '"x"');
	});

	it('is asked as the one token that it is shared by', async () => {
		const hub = createHub(way());
		await hub.refs(REPO, signal);
		assert.equal(asWhom, 1);
		await listRevisions(way(), REPO, signal);
		assert.equal(asWhom, 2);
	});
});
