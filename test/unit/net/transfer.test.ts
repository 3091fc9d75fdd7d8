import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openOperation } from '../../../src/net/openOperation';
import type { TransferOperation } from '../../../src/net/operation';
import { problemOf } from '../../../src/util/problemOf';
import { runningHub } from '../hub-server/runningHub';

describe('A transfer by the one way out', () => {
	const running = runningHub();
	const path = '/gpt2/resolve/main/model.safetensors';
	const signal = new AbortController().signal;
	const open = (
		options: { readonly storageOf?: string; readonly signal?: AbortSignal } = {},
	): TransferOperation => {
		const { hub } = running;
		const credential = { value: hub.tokens.read, name: 'read', origins: [hub.origin] };
		return openOperation({ origins: [hub.origin], credential, signal, storageOf: hub.origin, ...options });
	};
	const headers = () => ({ Authorization: `Bearer ${running.hub.tokens.read}` });
	const get = (operation: TransferOperation, more: Readonly<Record<string, string>> = {}) =>
		operation.transfer({
			url: running.hub.origin + path,
			method: 'GET',
			headers: { ...headers(), ...more },
			signal,
		});
	const codeOf = async (work: Promise<unknown>) => {
		const error: unknown = await work.then(
			() => undefined,
			(reason: unknown) => reason,
		);
		return problemOf(error).code;
	};

	it('follows to the storage without the token, and keeps what the Hub said on the way', async () => {
		const answer = await get(open());
		const bytes = await buffer(answer.body);
		assert.equal(answer.status, 200);
		const tag = createHash('sha256').update(bytes).digest('hex');
		assert.equal(answer.headers.get('X-Linked-Etag'), `"${tag}"`);
		assert.match(answer.headers.get('X-Repo-Commit') ?? '', /^[0-9a-f]{40}$/);
		const { requests } = running.hub.traffic;
		assert.deepEqual(
			requests.map(({ host, token }) => [host, token]),
			[
				['hub', 'read'],
				['storage', undefined],
			],
		);
		assert.match(requests[1]?.headers['user-agent'] ?? '', /^hf-workbench\//);
	});

	it('asks for a part', async () => {
		const answer = await get(open(), { Range: 'bytes=5-9' });
		assert.equal(answer.status, 206);
		assert.equal((await buffer(answer.body)).length, 5);
	});

	it('goes nowhere else', async () => {
		running.hub.faults.next({ path: /resolve/ }, { kind: 'redirect', origin: 'http://127.0.0.2:9' });
		assert.equal(await codeOf(get(open())), 'network.redirect');
		const closed = openOperation({ origins: [running.hub.origin], signal });
		assert.equal(
			await codeOf(closed.transfer({ url: running.hub.origin + path, method: 'GET', signal })),
			'network.redirect',
		);
		const straight = {
			url: `${running.hub.storageOrigin}/lfs-put/x`,
			method: 'GET',
			headers: headers(),
			signal,
		} as const;
		assert.equal(await codeOf(open().transfer(straight)), 'token.origin');
	});

	it('sends a body, and takes an answer that comes before all of it was read', async () => {
		const bytes = Buffer.alloc(300_000, 3);
		const oid = createHash('sha256').update(bytes).digest('hex');
		const put = (name: string) =>
			open().transfer({
				url: `${running.hub.storageOrigin}/lfs-put/${name}`,
				method: 'PUT',
				body: { stream: Readable.from([bytes]), length: bytes.length },
				signal,
			});
		const answer = await put(oid);
		answer.body.resume();
		assert.equal(answer.status, 200);
		await assert.rejects(put('0'.repeat(64)), /status 400/);
	});

	it('is cancelled at any time, and leaves no request open', async () => {
		const controller = new AbortController();
		running.hub.faults.next({ path: /resolve/ }, { kind: 'hang' });
		const work = codeOf(get(open({ signal: controller.signal })));
		await running.hub.traffic.until(({ openRequests }) => openRequests === 1);
		controller.abort();
		assert.equal(await work, 'cancelled');
		await running.hub.traffic.until(({ openRequests }) => openRequests === 0);
	});

	it('fails when the line breaks in the middle of the body', async () => {
		running.hub.faults.next({ path: /xet-bridge/ }, { kind: 'cutBody', bytes: 100 });
		const answer = await get(open());
		await assert.rejects(buffer(answer.body), { code: 'ECONNRESET' });
	});
});
