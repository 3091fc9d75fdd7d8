import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Download } from '../../../src/hub/transfers/download';
import { Downloads } from '../../../src/hub/transfers/downloads';
import { runDownload } from '../../../src/hub/transfers/runDownload';
import { FileThreadClient } from '../../../src/hub/thread/fileThreadClient';
import { readProblem } from '../../../src/ui/readProblem';
import type { RepoRef } from '../../../src/shared/repoType';
import { problemOf } from '../../../src/util/problemOf';
import { thisMachine } from '../../../src/util/thisMachine';
import { whileHolding } from '../../../src/util/whileHolding';
import { checkCache } from './checkCache';
import { startFileThread } from './startFileThread';
import { forever, transferPlace } from './transferPlace';

const nothing = () => undefined;
/** Nothing that the Hub would take for a text. */
const weights = (length: number, text: string) => Buffer.alloc(length, `\0${text}`);

/** Several windows of one machine, which share its disk and nothing else. */
describe('Downloads in several windows', function () {
	this.timeout(30_000);
	const place = transferPlace();
	const repo: RepoRef = { type: 'model', id: 'acme/weights' };
	const opened: Array<{ dispose(): void }> = [];
	let minutesLater = 0;
	const gone = new Set<number>();
	const open = (process: number) => {
		const window = new Downloads({
			...place.deps,
			folder: path.join(place.folder, 'downloads'),
			randomId: randomUUID,
			now: () => Date.now() + minutesLater * 60_000,
			process,
			machine: 'this one',
			isAlive: one => !gone.has(one),
			readProblem,
		});
		opened.push(window);
		return window;
	};
	const until = async (holds: () => boolean) => {
		while (!holds()) {
			await new Promise(resolve => setTimeout(resolve, 5));
		}
	};
	const states = ({ jobs }: Downloads) => jobs.map(({ state }) => state.type);
	let plan: Download;
	beforeEach(async () => {
		minutesLater = 0;
		gone.clear();
		place.hub.commit('model', repo.id, [
			{ path: 'a.bin', content: weights(2_000_000, 'a') },
			{ path: 'b.bin', content: weights(1_000_000, 'b') },
			{ path: 'again/b.bin', content: weights(1_000_000, 'b') },
		]);
		plan = await place.plan(repo);
	});
	afterEach(() => opened.splice(0).forEach(window => window.dispose()));

	it('bring the same files once, and both find them', async () => {
		const other = new FileThreadClient(startFileThread);
		try {
			await Promise.all([
				runDownload(place.deps, plan, forever, nothing),
				runDownload({ ...place.deps, thread: other }, plan, forever, nothing),
			]);
		} finally {
			other.dispose();
		}
		const [snapshot] = (await checkCache(path.join(place.folder, 'hub'))).values();
		assert.equal(snapshot?.size, 3);
		assert.equal(place.hub.traffic.requests.filter(({ host }) => host === 'storage').length, 2);
	});

	it('are seen from each other, are not resumed twice, and end for both', async () => {
		const [one, other] = [open(1), open(2)];
		await other.load();
		place.hub.faults.next({ host: 'storage' }, { kind: 'stallBody' });
		const id = await one.start(plan);
		await until(() => states(other)[0] === 'elsewhere');
		await other.resume(id);
		assert.deepEqual(states(other), ['elsewhere']);
		await one.cancel(id);
		await until(() => states(other)[0] === 'stopped');
		await other.resume(id);
		await until(() => states(one)[0] === 'elsewhere' || states(one)[0] === 'finished');
		await until(() => states(one)[0] === 'finished' && states(other)[0] === 'finished');
		await other.remove(id);
		await until(() => one.jobs.length === 0);
	});

	it('know of each other where they begin at the same time at different commits of one revision', async () => {
		const window = open(1);
		await window.load();
		place.hub.faults.always({ host: 'storage' }, { kind: 'hang' });
		const later = { ...plan, commit: 'f'.repeat(40) };
		const ids = await Promise.all([window.start(plan), window.start(later)]);
		assert.deepEqual(
			window.jobs.map(({ download }) => download.supersedes),
			[[plan.commit], []],
		);
		await Promise.all(ids.map(id => window.cancel(id)));
	});

	it('tell of a change only where there is one to see', async () => {
		const [one, other] = [open(1), open(2)];
		await Promise.all([one.load(), other.load()]);
		const told: string[] = [];
		one.onDidChange(() => told.push(JSON.stringify(one.jobs)));
		place.hub.faults.next({ host: 'storage' }, { kind: 'stallBody' });
		const first = await one.start(plan);
		await until(() => (one.jobs[0]?.progress?.bytes ?? 0) > 0);
		await one.cancel(first);
		await one.resume(first);
		await until(() => states(one)[0] === 'finished');
		// By the time that this one is seen, all that the first has written has been looked at.
		place.hub.faults.next({ host: 'storage' }, { kind: 'stallBody' });
		await rm(path.join(place.folder, 'hub'), { recursive: true });
		const second = await other.start(plan);
		await until(() => states(one).includes('elsewhere'));
		await other.cancel(second);
		await until(() => states(one).includes('stopped'));
		assert.deepEqual(
			told.filter((jobs, index) => jobs === told[index - 1]),
			[],
		);
	});

	it('are resumed in the moment in which they are shown as stopped, and can be stopped again', async () => {
		const one = open(1);
		place.hub.faults.always({ host: 'storage' }, { kind: 'stallBody' });
		const id = await one.start(plan);
		await until(() => place.hub.traffic.openRequests > 0);
		const resumed = new Promise<void>(resolve => {
			const listening = one.onDidChange(() => {
				if (states(one)[0] === 'stopped') {
					listening.dispose();
					resolve(one.resume(id));
				}
			});
		});
		await one.cancel(id);
		await resumed;
		await until(() => place.hub.traffic.openRequests > 0);
		assert.deepEqual(states(one), ['running']);
		await one.cancel(id);
		assert.deepEqual(states(one), ['stopped']);
		await until(() => place.hub.traffic.openRequests === 0);
	});

	it('count as interrupted when their window has given no sign of life for long', async () => {
		const one = open(1);
		place.hub.faults.next({ host: 'storage' }, { kind: 'hang' });
		const id = await one.start(plan);
		await until(() => place.hub.traffic.openRequests > 0);
		minutesLater = 1;
		const other = open(2);
		await other.load();
		assert.deepEqual(states(other), ['interrupted']);
		await one.cancel(id);
	});

	it('count as interrupted at once when the process of their window has gone, and on another machine they do not', async () => {
		const one = open(1);
		place.hub.faults.next({ host: 'storage' }, { kind: 'hang' });
		const id = await one.start(plan);
		await until(() => place.hub.traffic.openRequests > 0);
		const other = open(2);
		await other.load();
		assert.deepEqual(states(other), ['elsewhere']);
		gone.add(1);
		const next = open(3);
		await next.load();
		assert.deepEqual(states(next), ['interrupted']);
		const file = path.join(place.folder, 'downloads', `${id}.json`);
		const stored: unknown = JSON.parse(await readFile(file, 'utf8'));
		await writeFile(file, JSON.stringify({ ...(stored as object), machine: 'another one' }));
		const last = open(4);
		await last.load();
		assert.deepEqual(states(last), ['elsewhere']);
		await one.cancel(id);
	});

	it('are as they are said to be where the list cannot be written, and go on when it can', async () => {
		const folder = path.join(place.folder, 'downloads');
		await writeFile(folder, 'no folder');
		const window = open(1);
		const isDisk = (error: unknown) => problemOf(error).code === 'disk.permission';
		await assert.rejects(window.start(plan), isDisk);
		assert.deepEqual(states(window), ['failed']);
		const [job] = window.jobs;
		assert.ok(job);
		await assert.rejects(window.resume(job.id), isDisk);
		assert.deepEqual(states(window), ['failed']);
		await rm(folder);
		await window.resume(job.id);
		await until(() => states(window)[0] === 'finished');
		await window.remove(job.id);
		assert.deepEqual(states(window), []);
	});

	it('keep what went wrong over a reload', async () => {
		const one = open(1);
		place.hub.faults.always({ path: /\/resolve\// }, { kind: 'status', name: 'disabled' });
		const ended = new Promise<void>(resolve => one.onDidEnd(() => resolve()));
		await one.start(plan);
		await ended;
		const failed = one.jobs[0]?.state;
		one.dispose();
		const next = open(3);
		await next.load();
		assert.deepEqual(next.jobs[0]?.state, failed);
		assert.ok(failed?.type === 'failed' && failed.problem.code === 'access.disabled');
	});

	it('make the folder of what they hold, and work all the same where it cannot be made', async () => {
		const lock = path.join(place.folder, 'deep', 'below', 'x.lock');
		const isHeld = () => whileHolding(lock, forever, place.deps.pause, async () => existsSync(lock));
		assert.equal(await isHeld(), true);
		assert.equal(existsSync(lock), false);
		await rm(path.join(place.folder, 'deep'), { recursive: true });
		await writeFile(path.join(place.folder, 'deep'), 'a file in the way');
		assert.equal(await isHeld(), false);
		const dangling = path.join(place.folder, 'dangling');
		await symlink(path.join(place.folder, 'not-there'), dangling);
		assert.equal(
			await whileHolding(path.join(dangling, 'x.lock'), forever, place.deps.pause, async () => 'done'),
			'done',
		);
	});

	it('leave alone what another one has taken over meanwhile', async () => {
		const lock = path.join(place.folder, 'x.lock');
		await whileHolding(lock, forever, place.deps.pause, () => writeFile(lock, 'another window'));
		assert.equal(await readFile(lock, 'utf8'), 'another window');
	});

	it('take over from a window that died with a file in its hands', async () => {
		const lock = path.join(place.folder, 'x.lock');
		await writeFile(lock, '');
		await utimes(lock, 1, 1);
		const done = await whileHolding(lock, forever, place.deps.pause, () => Promise.resolve('done'));
		assert.equal(done, 'done');
		await assert.rejects(lstat(lock));
	});

	it('take over at once what a process of this machine has left in its hands, and wait for one of another machine', async () => {
		const lock = path.join(place.folder, 'x.lock');
		const { pid } = spawnSync(process.execPath, ['-e', '']);
		let looks = 0;
		const looked = (_milliseconds: number, signal: AbortSignal) => {
			looks++;
			return place.deps.pause(0, signal);
		};
		await writeFile(lock, JSON.stringify({ machine: thisMachine(), process: pid }));
		assert.equal(await whileHolding(lock, forever, looked, () => Promise.resolve('done')), 'done');
		assert.equal(looks, 1);
		for (const holder of [
			{ machine: thisMachine(), process: process.pid },
			{ machine: 'another one', process: pid },
		]) {
			const stop = new AbortController();
			await writeFile(lock, JSON.stringify(holder));
			const waiting = whileHolding(
				lock,
				stop.signal,
				(_milliseconds, signal) => {
					stop.abort();
					return Promise.resolve(signal.throwIfAborted());
				},
				() => Promise.resolve('done'),
			);
			await assert.rejects(waiting, { name: 'AbortError' });
			assert.deepEqual(JSON.parse(await readFile(lock, 'utf8')), holder);
		}
	});

	it('keep to the copies of a machine without links, whatever shares a content', async () => {
		const makeLink = () => Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' }));
		const deps = { ...place.deps, makeLink };
		await runDownload(deps, plan, forever, nothing);
		const root = path.join(place.folder, 'hub');
		const [snapshot] = (await checkCache(root, { copies: true })).values();
		assert.deepEqual([...(snapshot?.keys() ?? [])].sort(), ['a.bin', 'again/b.bin', 'b.bin']);
		place.hub.traffic.clear();
		await runDownload(deps, plan, forever, nothing);
		assert.equal(place.hub.traffic.requests.length, 0);
	});

	it('leave the content where it is when another one made the link first', async () => {
		const makeLink = async (target: string, file: string) => {
			await symlink(target, file);
			throw Object.assign(new Error('it is there'), { code: 'EEXIST' });
		};
		await runDownload({ ...place.deps, makeLink }, plan, forever, nothing);
		await checkCache(path.join(place.folder, 'hub'));
	});

	it('write no file through a link that was put in their way', async () => {
		const victim = path.join(place.folder, 'victim.txt');
		await writeFile(victim, 'mine');
		const target = { kind: 'folder', path: path.join(place.folder, 'mine') } as const;
		const notes = path.join(target.path, '.cache/huggingface/download');
		await mkdir(notes, { recursive: true });
		const [file] = plan.files.filter(one => one.path === 'a.bin');
		await symlink(victim, path.join(notes, `a.bin.${file?.tag}.incomplete`));
		await symlink(victim, path.join(notes, 'a.bin.metadata'));
		await runDownload(place.deps, { ...plan, target }, forever, nothing);
		assert.equal(await readFile(victim, 'utf8'), 'mine');
		assert.equal((await readFile(path.join(target.path, 'a.bin'))).length, 2_000_000);
	});
});
