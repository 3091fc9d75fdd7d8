import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { downloadFile, fileDownloadInfo, fileExists, HubApiError, listFiles } from '@huggingface/hub';
import fc from 'fast-check';
import { rangeResponse } from '../../hub/rangeResponse';
import { collect } from './collect';
import { runningHub } from './runningHub';

describe('Files of the loopback Hub', () => {
	const running = runningHub();
	const repo = 'sentence-transformers/all-MiniLM-L6-v2';

	it('lists a folder, the whole tree, and a revision with slashes', async () => {
		const root = await collect(listFiles({ ...running.hubCall(), repo }));
		assert.deepEqual(
			root.map(({ path, type }) => [path, type]),
			[
				['.gitattributes', 'file'],
				['1_Pooling', 'directory'],
				['README.md', 'file'],
				['config.json', 'file'],
				['model.safetensors', 'file'],
				['modules.json', 'file'],
				['tokenizer_config.json', 'file'],
			],
		);
		const all = await collect(
			listFiles({ ...running.hubCall(), repo, recursive: true, revision: 'refs/pr/1' }),
		);
		assert.ok(all.some(({ path }) => path === '1_Pooling/config.json'));
		const inside = await collect(listFiles({ ...running.hubCall(), repo, path: '1_Pooling', expand: true }));
		assert.deepEqual(
			inside.map(({ path }) => path),
			['1_Pooling/config.json'],
		);
		assert.match(inside[0]?.lastCommit?.id ?? '', /^[0-9a-f]{40}$/);
		await assert.rejects(
			collect(listFiles({ ...running.hubCall(), repo, path: 'nope' })),
			(error: unknown) => error instanceof HubApiError && error.statusCode === 404,
		);
	});

	it('downloads a small file through its redirect, with the size and tag that the tree names', async () => {
		const info = await fileDownloadInfo({ ...running.hubCall(), repo, path: 'config.json' });
		const blob = await downloadFile({ ...running.hubCall(), repo, path: 'config.json', xet: false });
		const text = (await blob?.text()) ?? '';
		assert.equal((JSON.parse(text) as { model_type: string }).model_type, 'bert');
		assert.equal(info?.size, Buffer.byteLength(text));
		const entry = (await collect(listFiles({ ...running.hubCall(), repo }))).find(
			({ path }) => path === 'config.json',
		);
		assert.equal(info?.etag, `"${entry?.oid}"`);
	});

	it('downloads weights whose hash is the one in the tree, whole and in part', async () => {
		const blob = await downloadFile({ ...running.hubCall(), repo, path: 'model.safetensors', xet: false });
		assert.ok(blob);
		const bytes = new Uint8Array(await blob.arrayBuffer());
		const files = await collect(listFiles({ ...running.hubCall(), repo }));
		const entry = files.find(({ path }) => path === 'model.safetensors');
		assert.equal(createHash('sha256').update(bytes).digest('hex'), entry?.lfs?.oid);
		assert.equal(entry?.lfs?.size, bytes.length);
		assert.deepEqual(new Uint8Array(await blob.slice(100, 164).arrayBuffer()), bytes.slice(100, 164));
	});

	it('answers an empty file, a missing file and a missing revision as the client expects', async () => {
		const empty = await downloadFile({
			...running.hubCall(),
			repo: 'datasets/rajpurkar/squad',
			path: 'data/.gitkeep',
			xet: false,
		});
		assert.equal(empty?.size, 0);
		assert.equal(await downloadFile({ ...running.hubCall(), repo, path: 'missing.json', xet: false }), null);
		assert.equal(await fileExists({ ...running.hubCall(), repo, path: 'config.json' }), true);
		assert.equal(await fileExists({ ...running.hubCall(), repo, path: 'missing.json' }), false);
		const response = await running.request(`/${repo}/resolve/nope/config.json`);
		assert.equal(response.status, 404);
		assert.equal(response.headers.get('X-Error-Code'), 'RevisionNotFound');
		assert.match(response.headers.get('Content-Type') ?? '', /^text\/plain/);
	});

	it('keeps an encoded slash inside of the revision', async () => {
		const plain = await running.request('/gpt2/resolve/refs/pr/1/README.md');
		const encoded = await running.request('/gpt2/resolve/refs%2Fpr%2F1/README.md');
		assert.equal(plain.status, 200);
		assert.equal(await encoded.text(), await plain.text());
	});

	it('guards the contents of gated repositories, but not their cards, and masks their hashes', async () => {
		const gated = 'meta-llama/Llama-3.2-1B-Instruct';
		const card = await downloadFile({ ...running.hubCall(), repo: gated, path: 'README.md', xet: false });
		assert.match((await card?.text()) ?? '', /generated for the loopback Hub/);
		const refused = await running.request(`/${gated}/resolve/main/config.json`, { token: 'read' });
		assert.equal(refused.status, 403);
		assert.equal(refused.headers.get('X-Error-Code'), 'GatedRepo');
		assert.match(
			await refused.text(),
			/^Your request to access model meta-llama\/Llama-3\.2-1B-Instruct has been rejected/,
		);
		const oid = async (token: 'read' | 'otherUser') =>
			(await collect(listFiles({ ...running.hubCall(token), repo: gated }))).find(({ lfs }) => lfs)?.lfs?.oid;
		assert.equal(await oid('read'), '*'.repeat(64));
		assert.match((await oid('otherUser')) ?? '', /^[0-9a-f]{64}$/);
	});

	it('sends to the storage for large files, which takes ranges and refuses a token', async () => {
		const first = await running.request(`/${repo}/resolve/main/model.safetensors`, {
			redirect: 'manual',
			token: 'read',
		});
		assert.equal(first.status, 302);
		assert.match(first.headers.get('X-Linked-Etag') ?? '', /^"[0-9a-f]{64}"$/);
		const location = first.headers.get('Location') ?? '';
		assert.equal(new URL(location).origin, running.hub.storageOrigin);
		const part = await fetch(location, { headers: { Range: 'bytes=10-19' } });
		assert.equal(part.status, 206);
		assert.match(part.headers.get('Content-Range') ?? '', /^bytes 10-19\//);
		assert.notEqual(part.headers.get('ETag'), first.headers.get('X-Linked-Etag'));
		const signed = await fetch(location, { headers: { Authorization: 'Bearer x' } });
		assert.equal(signed.status, 400);
	});

	it('serves pointers of large files under raw', async () => {
		const response = await running.request('/gpt2/raw/main/model.safetensors');
		assert.match(
			await response.text(),
			/^version https:\/\/git-lfs\.github\.com\/spec\/v1\noid sha256:[0-9a-f]{64}\nsize \d+\n$/,
		);
	});

	it('answers every range as a slice of the bytes would', async () => {
		const ranges = fc.record({
			bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
			from: fc.nat(50),
			length: fc.integer({ min: 1, max: 50 }),
		});
		await fc.assert(
			fc.asyncProperty(ranges, async ({ bytes, from, length }) => {
				const response = rangeResponse(bytes, `bytes=${from}-${from + length - 1}`, {});
				const expected = bytes.slice(from, from + length);
				assert.equal(response.status, expected.length > 0 ? 206 : 416);
				assert.deepEqual(new Uint8Array(await response.arrayBuffer()), expected);
				if (expected.length > 0) {
					assert.equal(
						response.headers.get('Content-Range'),
						`bytes ${from}-${from + expected.length - 1}/${bytes.length}`,
					);
				}
			}),
		);
	});
});
