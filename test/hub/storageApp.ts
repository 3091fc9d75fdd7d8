import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { type ExchangeContext, type ExchangeEnv, exchangeApp } from './exchange';
import { fileHeaders, fileTag } from './fileView';
import { sha256 } from './digests';
import { HubError } from './hubError';
import { kindOf, KIND_PATTERN, revisionOf } from './repoRoutes';
import { sendContent } from './sendContent';
import type { World } from './world';

/** A signed address is all that the storage asks for; like the real one, it refuses a token. */
function refuseToken(c: ExchangeContext): void {
	if (c.req.header('Authorization') !== undefined) {
		throw new HubError(400, 'Only one auth mechanism allowed');
	}
}

function download(c: ExchangeContext): Promise<Response> {
	refuseToken(c);
	const { namespace, name = '', commit = '' } = c.req.param() as Readonly<Partial<Record<string, string>>>;
	const id = namespace === undefined ? name : `${namespace}/${name}`;
	const path = decodeURIComponent(c.req.path.slice(c.req.path.indexOf(commit) + commit.length + 1));
	const repo = c.var.world.store.get(kindOf(c), id);
	const file = repo && revisionOf(repo, commit).files.find(candidate => candidate.path === path);
	if (!file) {
		throw new HubError(404, 'Not found');
	}
	// The storage knows files by a hash of its own, which is not the one that the Hub names.
	return sendContent(c, file.content(), {
		...fileHeaders(file),
		ETag: `"${sha256(`xet:${fileTag(file)}`)}"`,
	});
}

/** The storage of large files: downloads by a signed address, uploads whole or in parts. */
export function storageApp(world: World): Hono<ExchangeEnv> {
	const app = exchangeApp(world, 'storage');
	/** The parts of uploads that are not complete, by the hash of the whole. */
	const parts = new Map<string, Map<number, Uint8Array>>();
	for (const id of [':name', ':namespace/:name']) {
		app.get(`/xet-bridge/${KIND_PATTERN}/${id}/:commit{[0-9a-f]{40}}/*`, download);
	}
	app.put('/lfs-put/:oid', async c => {
		refuseToken(c);
		const body = new Uint8Array(await c.req.arrayBuffer());
		if (createHash('sha256').update(body).digest('hex') !== c.req.param('oid')) {
			throw new HubError(400, 'The bytes are not those of the hash');
		}
		world.objects.set(c.req.param('oid'), body);
		return c.body(null, 200);
	});
	app.put('/lfs-part/:oid/:number', async c => {
		refuseToken(c);
		const body = new Uint8Array(await c.req.arrayBuffer());
		const { oid, number } = c.req.param();
		const known = parts.get(oid) ?? new Map<number, Uint8Array>();
		parts.set(oid, known.set(Number(number), body));
		return c.body(null, 200, { ETag: `"${sha256(body).slice(0, 32)}"` });
	});
	app.post('/lfs-complete/:oid', async c => {
		refuseToken(c);
		const { oid } = c.req.param();
		const order = await c.req.json<{
			readonly parts?: ReadonlyArray<{ partNumber: number; etag: string }>;
		}>();
		const known = parts.get(oid);
		const list = (order.parts ?? []).map(({ partNumber, etag }) => {
			const part = known?.get(partNumber);
			if (!part || etag !== `"${sha256(part).slice(0, 32)}"`) {
				throw new HubError(400, `Part ${partNumber} is not there`);
			}
			return part;
		});
		const whole = Buffer.concat(list);
		if (sha256(whole) !== oid) {
			throw new HubError(400, 'The bytes are not those of the hash');
		}
		world.objects.set(oid, whole);
		parts.delete(oid);
		return c.json({});
	});
	app.notFound(() => new HubError(404, 'Not found').toResponse('text'));
	return app;
}
