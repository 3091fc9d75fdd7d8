import assert from 'node:assert/strict';
import {
	commit,
	countCommits,
	createBranch,
	deleteBranch,
	deleteFile,
	downloadFile,
	HubApiError,
	listCommits,
	listFiles,
	pathsInfo,
	uploadFile,
	uploadFiles,
} from '@huggingface/hub';
import type { TokenName } from '../../hub/testTokens';
import { collect } from './collect';
import { runningHub } from './runningHub';

describe('Commits of the loopback Hub', () => {
	const running = runningHub({ deltaGapMs: 0, partBytes: 1_000_000 });
	const repo = 'acme/support-chat';
	const call = (token: TokenName = 'write') => ({
		...running.hubCall(token),
		accessToken: running.hub.tokens[token],
		repo,
	});
	const text = async (path: string, revision = 'main') =>
		(await downloadFile({ ...call(), path, revision, xet: false }))?.text();
	const isRefused = (status: number) => (error: unknown) =>
		error instanceof HubApiError && error.statusCode === status;

	it('lists and counts commits, newest first', async () => {
		const commits = await collect(listCommits({ ...call(), batchSize: 1 }));
		assert.deepEqual(
			commits.map(({ title }) => title),
			['Upload files', 'initial commit'],
		);
		assert.equal(await countCommits({ ...call(), revision: 'main' }), 2);
		assert.deepEqual(commits[0]?.authors[0]?.username, 'acme');
	});

	it('knows entries by path, with the commit that last changed each', async () => {
		const [attributes, weights, missing] = await pathsInfo({
			...call(),
			paths: ['.gitattributes', 'model.safetensors', 'nope'],
			expand: true,
		});
		const [newest, initial] = await collect(listCommits(call()));
		assert.equal(attributes?.lastCommit?.id, initial?.oid);
		assert.equal(weights?.lastCommit?.id, newest?.oid);
		assert.match(weights?.lfs?.oid ?? '', /^[0-9a-f]{64}$/);
		assert.equal(missing, undefined);
		const form = await running.request(`/api/models/${repo}/paths-info/main`, {
			method: 'POST',
			body: new URLSearchParams([['paths', 'config.json']]),
			token: 'write',
		});
		assert.equal(((await form.json()) as unknown[]).length, 1);
	});

	it('takes small files in the commit and large ones beside it, and keeps what was before', async () => {
		const [before] = await collect(listCommits(call()));
		const weights = new Uint8Array(300_000).fill(7);
		const made = await uploadFiles({
			...call(),
			useXet: false,
			files: [
				{ path: 'notes/a b.txt', content: new Blob(['hello']) },
				{ path: 'w.bin', content: new Blob([weights]) },
			],
			commitTitle: 'Add two files',
		});
		assert.equal(await text('notes/a b.txt'), 'hello');
		const stored = await downloadFile({ ...call(), path: 'w.bin', xet: false });
		assert.deepEqual(new Uint8Array((await stored?.arrayBuffer()) ?? new ArrayBuffer()), weights);
		const commits = await collect(listCommits(call()));
		assert.equal(commits[0]?.oid, made?.commit.oid);
		assert.equal(commits[0]?.title, 'Add two files');
		assert.equal(
			await downloadFile({ ...call(), path: 'w.bin', revision: before?.oid ?? '', xet: false }),
			null,
		);
	});

	it('takes very large files in parts', async () => {
		const weights = new Uint8Array(2_500_000).map((_, i) => i % 251);
		await uploadFile({ ...call(), useXet: false, file: { path: 'big.bin', content: new Blob([weights]) } });
		assert.deepEqual(
			Buffer.from(running.hub.files('model', repo).get('big.bin') ?? []),
			Buffer.from(weights),
		);
		const parts = running.hub.traffic.requests.filter(({ path }) => path.startsWith('/lfs-part/'));
		assert.equal(parts.length, 3);
		assert.ok(parts.every(({ token }) => token === undefined));
	});

	it('refuses a commit on top of one that is not the newest any more', async () => {
		const [head] = await collect(listCommits(call()));
		await deleteFile({ ...call(), path: 'config.json' });
		const late = commit({
			...call(),
			title: 'Late',
			parentCommit: head?.oid ?? '',
			operations: [{ operation: 'addOrUpdate', path: 'x.txt', content: new Blob(['x']) }],
		});
		await assert.rejects(late, isRefused(412));
		const paths = (await collect(listFiles(call()))).map(({ path }) => path);
		assert.ok(!paths.includes('config.json') && !paths.includes('x.txt'));
	});

	it('puts a pull request beside the branch', async () => {
		const made = await uploadFile({
			...call('fineGrainedNoInference'),
			repo: 'openai/gpt-oss-20b',
			isPullRequest: true,
			file: { path: 'README.md', content: new Blob(['# Better']) },
		});
		assert.match(made?.pullRequestUrl ?? '', /\/openai\/gpt-oss-20b\/discussions\/2$/);
		assert.equal(
			Buffer.from(
				running.hub.files('model', 'openai/gpt-oss-20b', 'refs/pr/2').get('README.md') ?? [],
			).toString(),
			'# Better',
		);
		const direct = uploadFile({
			...call(),
			repo: 'openai/gpt-oss-20b',
			file: { path: 'README.md', content: new Blob(['# Mine']) },
		});
		await assert.rejects(direct, isRefused(403));
	});

	it('makes and removes branches and tags, and lists them apart', async () => {
		await createBranch({ ...call(), branch: 'dev' });
		await assert.rejects(createBranch({ ...call(), branch: 'dev' }), isRefused(409));
		await uploadFile({ ...call(), branch: 'dev', file: { path: 'dev.txt', content: new Blob(['d']) } });
		assert.equal(await text('dev.txt', 'dev'), 'd');
		assert.equal(await downloadFile({ ...call(), path: 'dev.txt', xet: false }), null);
		const tag = await running.request(`/api/models/${repo}/tag/dev`, {
			method: 'POST',
			body: JSON.stringify({ tag: 'v2', message: '' }),
			token: 'write',
		});
		assert.equal(tag.status, 200);
		const refs = async () =>
			(await (
				await running.request(`/api/models/${repo}/refs?include_prs=1`, { token: 'write' })
			).json()) as Record<string, ReadonlyArray<{ name: string }>>;
		const names = async () =>
			Object.entries(await refs()).map(([kind, list]) => [kind, list.map(({ name }) => name)]);
		assert.deepEqual(await names(), [
			['branches', ['main', 'dev']],
			['tags', ['v1.0', 'v2']],
			['converts', []],
			['pullRequests', ['refs/pr/1']],
		]);
		await deleteBranch({ ...call(), branch: 'dev' });
		await running.request(`/api/models/${repo}/tag/v2`, { method: 'DELETE', token: 'write' });
		assert.deepEqual((await names()).slice(0, 2), [
			['branches', ['main']],
			['tags', ['v1.0']],
		]);
	});
});
