import assert from 'node:assert/strict';
import { RepoTexts } from '../../../src/files/repoTexts';
import { unreadRow } from '../../../src/files/unreadRow';
import { createHub } from '../../../src/hub/hubClient';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { problemOf } from '../net/problemOf';

const REPO = { type: 'model', id: 'acme/many-texts', revision: 'main' } as const;
const PATHS = Array.from({ length: 12 }, (_, index) => `texts/${String(index).padStart(2, '0')}.md`);

describe('the texts of a repo that are searched', () => {
	const { signal } = new AbortController();
	let server: LoopbackHub;
	let texts: RepoTexts;
	before(async () => {
		server = await startLoopbackHub({ deltaGapMs: 0 });
	});
	after(() => server.stop());
	beforeEach(() => {
		server.reset();
		server.commit('model', REPO.id, [
			...PATHS.map(path => ({ path, content: `The text of ${path}` })),
			{ path: 'picture.png', content: 'no text' },
		]);
		const hub = createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () => undefined,
		});
		texts = new RepoTexts(hub, REPO);
	});
	const fetched = () => server.traffic.requests.filter(({ path }) => path.includes('/resolve/')).length;

	it('are all that can be read, though one cannot, which is asked for again', async () => {
		server.faults.next({ path: /03\.md/ }, { kind: 'status', name: 'internal' });
		server.faults.next({ path: /07\.md/ }, { kind: 'cutBeforeFirstDelta' });
		await texts.load(signal);
		const missing = PATHS.filter(path => !texts.texts.has(path));
		assert.ok(missing.includes('texts/03.md'), missing.join(', '));
		assert.deepEqual([...texts.unread.keys()].sort(), missing);
		assert.equal(texts.texts.get('texts/11.md'), 'The text of texts/11.md');
		assert.equal(texts.skipped, 1);
		server.traffic.clear();
		server.faults.clear();
		await texts.load(signal);
		assert.equal(fetched(), missing.length);
		assert.deepEqual([texts.texts.size, texts.unread.size], [PATHS.length, 0]);
	});

	it('are asked for no longer where none can be read', async () => {
		server.faults.always({ path: /resolve/ }, { kind: 'status', name: 'unauthorized' });
		await texts.load(signal);
		assert.deepEqual([texts.texts.size, texts.unread.size], [0, PATHS.length]);
		assert.ok(fetched() < PATHS.length, `${fetched()} requests`);
	});

	it('are a problem where there is no list of them', async () => {
		server.faults.next({ path: /tree/ }, { kind: 'status', name: 'internal' });
		assert.equal((await problemOf(texts.load(signal))).code, 'server');
		await texts.load(signal);
		assert.equal(texts.texts.size, PATHS.length);
	});
});

describe('what a search could not look through', () => {
	const server = { code: 'server', status: 500 } as const;
	const row = (...paths: readonly string[]) => unreadRow(new Map(paths.map(path => [path, server] as const)));

	it('is nothing, or named with the reason', () => {
		assert.equal(row(), undefined);
		assert.equal(row('a')?.label, 'One file could not be read');
		assert.match(row('a')?.detail ?? '', /^a: \S/);
		assert.match(row('$(zap).md')?.detail ?? '', /^\$\u200B\(zap\)\.md: /);
		assert.equal(row('a', 'b', 'c', 'd')?.label, '4 files could not be read');
		assert.match(row('a', 'b', 'c', 'd')?.detail ?? '', /^a, b, c and 1 more: \S/);
	});
});
