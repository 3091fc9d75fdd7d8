import assert from 'node:assert/strict';
import type { CommitPage } from '../../../src/hub/contents';
import { createHub } from '../../../src/hub/hubClient';
import { findRevision } from '../../../src/hub/findRevision';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { problemOf } from '../net/problemOf';

const REPO = { type: 'model', id: 'acme/long-story' } as const;

describe('a revision by what somebody typed', () => {
	const { signal } = new AbortController();
	let server: LoopbackHub;
	let ids: readonly string[];
	const hub = () =>
		createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () => undefined,
		});
	const find = async (typed: string) => {
		const known = await hub().commits({ ...REPO, revision: 'main' }, signal);
		server.traffic.clear();
		return findRevision(hub(), REPO, typed, { known, signal });
	};
	before(async () => {
		server = await startLoopbackHub({ deltaGapMs: 0 });
		for (let number = 1; number <= 130; number++) {
			server.commit('model', REPO.id, [{ path: 'README.md', content: `${number}` }], `Change ${number}`);
		}
		const answer = await fetch(`${server.origin}/api/models/${REPO.id}/commits/main?limit=1000`);
		ids = ((await answer.json()) as ReadonlyArray<{ readonly id: string }>).map(({ id }) => id);
	});
	after(() => server.stop());

	it('is a name or a whole id that the Hub knows', async () => {
		const [last = ''] = ids.slice(-1);
		assert.equal(await find('main'), 'main');
		assert.equal(await find(last), last);
	});

	it('is a commit by its first digits, in the list without a question, and in any page before it', async () => {
		const [listed = '', before = ''] = [ids[49], ids[125]];
		assert.equal(await find(listed.slice(0, 8)), listed);
		assert.deepEqual(server.traffic.requests, []);
		assert.equal(await find(before.slice(0, 8)), before);
	});

	it('is looked for among the latest 2,000 commits and no further, which is said', async () => {
		const commit = { title: '', message: '', authors: [], date: 0 };
		const history = (pages: number): CommitPage => ({
			commits: Array.from({ length: 50 }, () => ({ ...commit, id: '1'.repeat(40) })),
			...(pages > 1 && { next: async () => history(pages - 1) }),
		});
		const problemIn = (pages: number) =>
			problemOf(findRevision(hub(), REPO, '0000000', { known: history(pages), signal }));
		assert.deepEqual(await problemIn(100), {
			code: 'revision.notFound',
			repo: REPO.id,
			revision: '0000000',
			searched: 2050,
		});
		assert.deepEqual(await problemIn(41), { code: 'revision.notFound', repo: REPO.id });
	});

	it('is a problem where there is none, and where the Hub cannot tell', async () => {
		assert.equal((await problemOf(find('no-such'))).code, 'revision.notFound');
		assert.equal((await problemOf(find('0000000'))).code, 'revision.notFound');
		const known = await hub().commits({ ...REPO, revision: 'main' }, signal);
		server.faults.next({ path: /commits/ }, { kind: 'status', name: 'internal' });
		const asked = findRevision(hub(), REPO, '0000000', { known, signal });
		assert.equal((await problemOf(asked)).code, 'server');
	});
});
