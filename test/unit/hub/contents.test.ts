import assert from 'node:assert/strict';
import { createHub } from '../../../src/hub/hubClient';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import type { TokenName } from '../../hub/testTokens';
import { startServer } from '../net/localServer';
import { problemOf } from '../net/problemOf';

const signal = new AbortController().signal;
const MODEL = { type: 'model', id: 'sentence-transformers/all-MiniLM-L6-v2', revision: 'main' } as const;

describe('the contents of repos', () => {
	let server: LoopbackHub;
	before(async () => {
		server = await startLoopbackHub();
	});
	after(() => server.stop());
	afterEach(() => server.reset());

	const hubFor = (name?: TokenName) =>
		createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () =>
				name && { value: server.tokens[name], name: 'vscode', origins: [server.origin] },
		});
	const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

	it('are listed folder by folder, with which files are large', async () => {
		const { entries } = await hubFor().files(MODEL, { path: '' }, signal);
		const kinds = Object.fromEntries(entries.map(({ path, type, isLarge }) => [path, `${type} ${isLarge}`]));
		assert.equal(kinds['1_Pooling'], 'folder false');
		assert.equal(kinds['model.safetensors'], 'file true');
		assert.equal(kinds['config.json'], 'file false');
		const inside = await hubFor().files(MODEL, { path: '1_Pooling', commits: true }, signal);
		assert.deepEqual(
			inside.entries.map(({ path, lastCommit }) => [path, lastCommit?.title]),
			[['1_Pooling/config.json', 'Upload files']],
		);
	});

	it('are read whole, in part, and at any revision', async () => {
		const hub = hubFor();
		const config = text(await hub.read(MODEL, 'config.json', { most: 10_000 }, signal));
		assert.ok('architectures' in (JSON.parse(config) as object));
		const part = await hub.read(MODEL, 'config.json', { from: 2, to: 10 }, signal);
		assert.equal(text(part), config.slice(2, 10));
		const proposed = await hub.read(
			{ ...MODEL, revision: 'refs/pr/1' },
			'README.md',
			{ most: 10_000 },
			signal,
		);
		assert.match(text(proposed), /A shorter card/);
	});

	it('are not read beyond what was asked for', async () => {
		const read = hubFor().read(MODEL, 'model.safetensors', { most: 1000 }, signal);
		const problem = await problemOf(read);
		assert.equal(problem.code, 'file.tooLarge');
	});

	it('are the very bytes, whatever they are called, and are kept nowhere', async () => {
		// A byte-order mark, and a byte that is no UTF-8.
		const bytes = Buffer.concat([Buffer.from('\uFEFF{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
		const storage = await startServer((_, response) =>
			response.writeHead(200, { 'Content-Type': 'application/json', ETag: '"x"' }).end(bytes),
		);
		const hub = createHub({
			endpoints: () => ({ hub: storage.origin, router: storage.origin }),
			credentials: async () => undefined,
		});
		try {
			const read = () => hub.read(MODEL, 'config.json', { most: 10_000 }, signal);
			assert.deepEqual([Buffer.from(await read()), Buffer.from(await read())], [bytes, bytes]);
			assert.deepEqual(
				storage.seen.map(({ headers }) => headers['if-none-match']),
				[undefined, undefined],
			);
			const small = await problemOf(hub.read(MODEL, 'config.json', { most: 3 }, signal));
			assert.deepEqual(small, { code: 'file.tooLarge', file: 'config.json', bytes: bytes.length, most: 3 });
		} finally {
			await storage.stop();
		}
	});

	it('say what of them is not there', async () => {
		const hub = hubFor('read');
		assert.deepEqual(await problemOf(hub.read(MODEL, 'nope.txt', { most: 10 }, signal)), {
			code: 'file.notFound',
			repo: MODEL.id,
			file: 'nope.txt',
			revision: 'main',
		});
		const other = { ...MODEL, revision: 'v9' };
		assert.deepEqual(await problemOf(hub.files(other, { path: '' }, signal)), {
			code: 'revision.notFound',
			repo: MODEL.id,
			revision: 'v9',
		});
		assert.equal(
			(await problemOf(hub.files({ ...MODEL, id: '../x' }, { path: '' }, signal))).code,
			'input.invalid',
		);
		assert.equal((await problemOf(hub.read(MODEL, '../x', { most: 10 }, signal))).code, 'input.invalid');
	});

	it('say that they are gated', async () => {
		const gated = { type: 'model', id: 'meta-llama/Llama-3.1-8B-Instruct', revision: 'main' } as const;
		assert.deepEqual(await problemOf(hubFor().read(gated, 'config.json', { most: 10 }, signal)), {
			code: 'access.gated.signIn',
			repo: gated.id,
		});
		assert.match(text(await hubFor().read(gated, 'README.md', { most: 10_000 }, signal)), /Llama/);
	});

	it('have branches, tags, pull requests and a history', async () => {
		const refs = await hubFor().refs(MODEL, signal);
		assert.deepEqual(
			[refs.branches, refs.tags, refs.pullRequests].map(list => list.map(({ name }) => name)),
			[['main'], ['v1.0'], ['refs/pr/1']],
		);
		const { commits } = await hubFor().commits({ ...MODEL, revision: 'refs/pr/1' }, signal);
		assert.deepEqual(
			commits.map(({ title }) => title),
			['Shorten the card', 'Upload files', 'initial commit'],
		);
	});
});
