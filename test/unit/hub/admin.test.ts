import assert from 'node:assert/strict';
import { createHub } from '../../../src/hub/hubClient';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import type { TokenName } from '../../hub/testTokens';
import { problemOf } from '../net/problemOf';

const signal = new AbortController().signal;
const NEW = { type: 'dataset', id: 'ada/made' } as const;

describe('repos as a whole', () => {
	let server: LoopbackHub;
	before(async () => {
		server = await startLoopbackHub();
	});
	after(() => server.stop());
	afterEach(() => server.reset());

	const hubFor = (name: TokenName) =>
		createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () => ({ value: server.tokens[name], name: 'vscode', origins: [server.origin] }),
		});

	it('are made, changed, moved and deleted', async () => {
		const hub = hubFor('write');
		await hub.createRepo({ ...NEW, isPrivate: true, license: 'mit' }, signal);
		assert.equal((await hub.repo(NEW, signal)).private, true);
		await hub.changeRepo(NEW, { isPrivate: false, gated: 'auto' }, signal);
		const changed = await hub.repo(NEW, signal);
		assert.deepEqual([changed.private, changed.gated], [false, 'auto']);
		const moved = { ...NEW, id: 'acme/moved' };
		await hub.moveRepo(NEW, moved.id, signal);
		assert.equal((await hub.repo(moved, signal)).id, moved.id);
		await hub.deleteRepo(moved, signal);
		assert.equal((await problemOf(hub.repo(moved, signal))).code, 'repo.notFound');
	});

	it('are not made twice', async () => {
		const hub = hubFor('write');
		await hub.createRepo({ ...NEW, isPrivate: false }, signal);
		const problem = await problemOf(hub.createRepo({ ...NEW, isPrivate: false }, signal));
		assert.deepEqual(
			[problem.code, 'detail' in problem && problem.detail],
			['repo.conflict', 'You already created this dataset repo'],
		);
	});

	it('get branches and tags, and lose them', async () => {
		const hub = hubFor('write');
		await hub.createRepo({ ...NEW, isPrivate: false }, signal);
		await hub.createBranch(NEW, 'try', 'main', signal);
		await hub.createTag(NEW, 'v2', 'main', signal);
		const names = async () => {
			const { branches, tags } = await hub.refs(NEW, signal);
			return [branches, tags].map(list => list.map(({ name }) => name).sort());
		};
		assert.deepEqual(await names(), [
			['main', 'try'],
			['v1.0', 'v2'],
		]);
		await hub.deleteBranch(NEW, 'try', signal);
		await hub.deleteTag(NEW, 'v2', signal);
		assert.deepEqual(await names(), [['main'], ['v1.0']]);
	});

	it('are duplicated for whoever may write to the copy, and not over another', async () => {
		const hub = hubFor('write');
		const source = { type: 'dataset', id: 'stanfordnlp/imdb' } as const;
		await hub.duplicateRepo(source, { id: 'ada/imdb', isPrivate: true }, signal);
		const copy = await hub.repo({ ...source, id: 'ada/imdb' }, signal);
		assert.deepEqual([copy.private, copy.likes], [true, 0]);
		const again = await problemOf(hub.duplicateRepo(source, { id: 'ada/imdb', isPrivate: true }, signal));
		assert.deepEqual([again.code, 'repo' in again && again.repo], ['repo.conflict', 'ada/imdb']);
		const missing = { type: 'dataset', id: 'ada/no-such' } as const;
		const none = await problemOf(hub.duplicateRepo(missing, { id: 'ada/x', isPrivate: true }, signal));
		assert.deepEqual([none.code, 'repo' in none && none.repo], ['repo.notFound', 'ada/no-such']);
		const foreign = await problemOf(hub.duplicateRepo(source, { id: 'openai/x', isPrivate: true }, signal));
		assert.equal(foreign.code, 'token.permission');
	});

	it('have their cards checked as the Hub does before it takes them', async () => {
		const hub = hubFor('write');
		const check = (text: string) => hub.validateCard('model', text, signal);
		assert.deepEqual(await check('---\nlicense: mit\n---\n'), { errors: [], warnings: [] });
		assert.match(
			(await check('---\nlicense: proprietary\n---\n')).errors[0] ?? '',
			/"license" must be one of/,
		);
		assert.match((await check('# No front matter')).warnings[0] ?? '', /missing yaml metadata/);
	});

	it('are left alone by a token that may only read', async () => {
		const problem = await problemOf(hubFor('read').createRepo({ ...NEW, isPrivate: false }, signal));
		assert.deepEqual(
			[problem.code, 'permission' in problem && problem.permission],
			['token.permission', 'hub.write'],
		);
	});

	it('are not reached by an id that would lead elsewhere', async () => {
		for (const id of ['../x', 'a/b/c']) {
			const repo = { type: 'model', id } as const;
			assert.equal((await problemOf(hubFor('write').deleteRepo(repo, signal))).code, 'input.invalid');
			assert.equal((await problemOf(hubFor('write').moveRepo(NEW, id, signal))).code, 'input.invalid');
		}
		assert.deepEqual(server.traffic.requests, []);
	});
});
