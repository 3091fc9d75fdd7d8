import assert from 'node:assert/strict';
import { createHash, randomInt } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import type { Download } from '../../src/hub/transfers/download';
import { makeRunFolder } from '../host/makeRunFolder';
import { shareSecrets } from '../host/shareSecrets';
import type { Fault } from '../hub/fault';
import { type LoopbackHub, startLoopbackHub } from '../hub/loopbackHub';
import { checkCache } from '../unit/transfers/checkCache';
import { TransferPrograms } from './transferPrograms';

const MB = 1_000_000;
/** How often each download is killed before it may come to its end, and how many there are. */
const KILLS = 4;
const DOWNLOADS = 3;

describe('a process that is killed', () => {
	let hub: LoopbackHub;
	let programs: TransferPrograms;
	const folder = makeRunFolder('killed');
	const repo = { type: 'model', id: 'acme/killed' } as const;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0, partBytes: MB });
		shareSecrets(hub.tokens);
		programs = new TransferPrograms(folder.path, hub.origin, hub.tokens.write);
	});
	after(async () => {
		await hub.stop();
		await folder.release();
	});

	it(`in a download, at a random byte, ${KILLS * DOWNLOADS} times, has left a cache in which it goes on to the same bytes`, async function () {
		this.timeout(120_000);
		const content = Buffer.alloc(5 * MB, '\0weights').fill(randomInt(255), 2 * MB, 3 * MB);
		hub.commit('model', repo.id, [{ path: 'weights.bin', content }]);
		const root = path.join(folder.path, 'hub');
		const download = await plan(content, root);
		for (let round = 0; round < DOWNLOADS; round++) {
			await rm(root, { recursive: true, force: true });
			for (let kill = 0; kill < KILLS; kill++) {
				// What had not been written yet is lost, and asked for again.
				const there = await written(root, download);
				const at = there + 1 + randomInt(Math.floor((content.length - there) / 2));
				hub.faults.next({ host: 'storage' }, { kind: 'stallBody', bytes: at - there });
				const one = programs.start({ download });
				await one.reaches(at);
				await one.kill();
				await checkCache(root, { incomplete: true });
			}
			assert.ok(await programs.start({ download }).succeeds());
			const [snapshot] = (await checkCache(root)).values();
			assert.ok(snapshot?.get('weights.bin')?.equals(content));
			const ref = path.join(root, 'models--acme--killed/refs/main');
			assert.equal(await readFile(ref, 'utf8'), download.commit);
		}
	});

	const steps: ReadonlyArray<readonly [string, RegExp, Fault, 'as it was' | 'as it was meant']> = [
		['asks how files are sent', /\/preupload\//, { kind: 'hang' }, 'as it was'],
		['asks where they go', /\/objects\/batch/, { kind: 'hang' }, 'as it was'],
		['sends a file', /\/lfs-put\//, { kind: 'hang' }, 'as it was'],
		['sends the third part of one', /\/lfs-part\/.*\/3\?/, { kind: 'hang' }, 'as it was'],
		['has the parts put together', /\/lfs-complete\//, { kind: 'hang' }, 'as it was'],
		['asks for the commit', /\/commit\//, { kind: 'hang' }, 'as it was'],
		['is told of the commit', /\/commit\//, { kind: 'stallBody' }, 'as it was meant'],
	];
	for (const [index, [step, asked, fault, outcome]] of steps.entries()) {
		it(`in an upload, while it ${step}, leaves the repo ${outcome}, and the next one goes through`, async () => {
			const id = `acme/upload-${index}`;
			const own = path.join(folder.path, `own-${index}`);
			const files = new Map([
				['README.md', Buffer.from(`# ${id}\n`)],
				['small.bin', Buffer.alloc(2_000, `\0${id}`)],
				['weights.bin', Buffer.alloc(3.5 * MB, `\0weights ${id}`)],
			]);
			await mkdir(own);
			for (const [name, content] of files) {
				await writeFile(path.join(own, name), content);
			}
			hub.commit('model', id, [{ path: 'theirs.txt', content: 'theirs' }]);
			const before = onHub(id);
			const meant = new Map([...files, ...before].sort());
			const upload = { repo: { type: 'model', id }, folder: own, branch: 'main' } as const;
			hub.traffic.clear();
			hub.faults.next({ path: asked }, fault);
			const killed = programs.start({ upload });
			const isThere = (path: string) => asked.test(path);
			await hub.traffic.until(({ requests }) => requests.some(request => isThere(request.path)));
			if (outcome === 'as it was meant') {
				while (onHub(id).size < meant.size) {
					await delay(5);
				}
			}
			await killed.kill();
			assert.deepEqual(onHub(id), outcome === 'as it was' ? before : meant);
			await hub.traffic.until(({ openRequests }) => openRequests === 0);
			const sent = partsSent();
			hub.traffic.clear();
			assert.ok(await programs.start({ upload }).succeeds());
			assert.deepEqual(onHub(id), meant);
			const again = partsSent().filter(part => sent.includes(part));
			assert.deepEqual(again, [], 'no part that had arrived was sent again');
		});
	}

	async function plan(content: Buffer, root: string): Promise<Download> {
		const answer = await fetch(`${hub.origin}/api/models/${repo.id}/revision/main?expand=sha`);
		const { sha } = (await answer.json()) as { readonly sha: string };
		const tag = createHash('sha256').update(content).digest('hex');
		const file = { path: 'weights.bin', size: content.length, tag, hash: 'sha256' } as const;
		return { repo, revision: 'main', commit: sha, files: [file], target: { kind: 'cache', root } };
	}

	/** Bytes of the file that are on the disk. */
	async function written(root: string, { files: [file] }: Download): Promise<number> {
		const incomplete = path.join(root, 'models--acme--killed/blobs', `${file?.tag}.incomplete`);
		return (await stat(incomplete).catch(() => undefined))?.size ?? 0;
	}

	/** The numbers of the parts that the storage has taken. */
	function partsSent(): readonly string[] {
		return hub.traffic.requests
			.filter(({ path, status, clientClosedAt }) => {
				return path.startsWith('/lfs-part/') && status === 200 && clientClosedAt === undefined;
			})
			.map(({ path }) => /\/(\d+)\?/.exec(path)?.[1] ?? '');
	}

	function onHub(id: string): ReadonlyMap<string, Buffer> {
		const all = [...hub.files('model', id)].map(([name, content]) => [name, Buffer.from(content)] as const);
		return new Map(all.sort());
	}
});
