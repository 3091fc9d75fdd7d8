import { execFile, type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { projectRoot } from '../../host/projectRoot';
import type { BenchTools } from '../benchTools';
import type { Row } from '../row';
import { sampleOf } from '../sample';
import type { Job, JobDone } from './job';

const run = promisify(execFile);

const GIB = 1024 * 1024 * 1024;
const MANY = 50;
const ROUNDS = 5;

interface Place {
	readonly folder: string;
	readonly origin: string;
	readonly token: string;
	readonly work: (job: Job) => Promise<JobDone>;
}

/** Downloads, uploads and the cache: beside `curl`, `openssl` and the client package, each in a process of its own. */
export async function transfers({ folder: parent, build: { node } }: BenchTools): Promise<readonly Row[]> {
	const folder = path.join(parent, 'transfers');
	await mkdir(folder, { recursive: true });
	const [client, thread] = await bundle(folder);
	const server = fork(path.join(__dirname, 'server.ts'), [String(GIB), String(MANY)], {
		execArgv: process.execArgv,
	});
	try {
		const [{ origin, token }] = (await once(server, 'message')) as [Pick<Place, 'origin' | 'token'>];
		const work = async (job: Job) => {
			const { stdout } = await run(node, [client, thread, JSON.stringify(job)]);
			return JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))) as JobDone;
		};
		const place = { folder, origin, token, work };
		return [
			...(await large(place)),
			...(await many(place)),
			...(await hashing(place)),
			...(await uploading(place)),
			...(await scanning(place)),
		];
	} finally {
		await end(server);
		await rm(folder, { recursive: true, force: true });
	}
}

async function bundle(folder: string): Promise<readonly [string, string]> {
	const client = path.join(folder, 'client.cjs');
	const thread = path.join(folder, 'thread.cjs');
	const options = { bundle: true, platform: 'node', format: 'cjs', target: 'node20' } as const;
	const define = { 'import.meta.url': JSON.stringify('file:///client.cjs') };
	const at = (file: string) => [path.join(projectRoot, file)];
	await build({ ...options, define, entryPoints: at('test/bench/transfers/client.ts'), outfile: client });
	await build({ ...options, entryPoints: at('src/hub/thread/fileThread.ts'), outfile: thread });
	return [client, thread];
}

async function end(server: ChildProcess): Promise<void> {
	const ended = once(server, 'exit');
	server.disconnect();
	await ended;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

async function large({ folder, origin, work }: Place): Promise<readonly Row[]> {
	const ours: JobDone[] = [];
	const curl: number[] = [];
	const file = path.join(folder, 'curl.bin');
	const cache = path.join(folder, 'hub');
	for (let round = 0; round < ROUNDS; round++) {
		curl.push(
			await timed(() => run('curl', ['-sL', '-o', file, `${origin}/ada/large/resolve/main/large.bin`])),
		);
		await rm(file);
		ours.push(await work({ kind: 'download', origin, repo: 'ada/large', folder: cache }));
		await rm(cache, { recursive: true });
	}
	return [
		{
			what: 'Download of 1 GiB into the cache',
			unit: 'ms',
			ours: sampleOf(ours.map(({ ms }) => ms)),
			controls: [{ name: '`curl` to a file', sample: sampleOf(curl) }],
			budget: { of: 'ratio', most: 1.67 },
		},
		{
			what: '… peak of the process',
			unit: 'MiB',
			ours: sampleOf(ours.map(({ peakMiB }) => peakMiB)),
			budget: { of: 'value', most: 150 },
		},
	];
}

async function many({ folder, origin, work }: Place): Promise<readonly Row[]> {
	const ours: number[] = [];
	const theirs: number[] = [];
	const cache = path.join(folder, 'hub');
	for (let round = 0; round < ROUNDS; round++) {
		for (const [kind, times] of [['snapshot', theirs] as const, ['download', ours] as const]) {
			times.push((await work({ kind, origin, repo: 'ada/many', folder: cache })).ms);
			await rm(cache, { recursive: true });
		}
	}
	return [
		{
			what: `Download of ${MANY} files of 4 MB`,
			unit: 'ms',
			ours: sampleOf(ours),
			controls: [{ name: '`snapshotDownload` of the client package', sample: sampleOf(theirs) }],
			budget: { of: 'ratio', most: 0.33 },
		},
	];
}

async function hashing({ folder, work }: Place): Promise<readonly Row[]> {
	const file = path.join(folder, 'large', 'weights.bin');
	await writeLarge(file);
	const ours: number[] = [];
	const openssl: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		openssl.push(await timed(() => run('openssl', ['dgst', '-sha256', file])));
		ours.push((await work({ kind: 'hash', file })).ms);
	}
	return [
		{
			what: 'Hashing of 1 GiB',
			unit: 'ms',
			ours: sampleOf(ours),
			controls: [{ name: '`openssl dgst -sha256`', sample: sampleOf(openssl) }],
			budget: { of: 'ratio', most: 1.11 },
		},
	];
}

async function uploading({ folder, origin, token, work }: Place): Promise<readonly Row[]> {
	const large1 = await work({ kind: 'upload', origin, token, folder: path.join(folder, 'large') });
	const files = path.join(folder, 'files');
	for (let group = 0; group < 100; group++) {
		await mkdir(path.join(files, String(group)), { recursive: true });
		for (let index = 0; index < 1_000; index++) {
			await writeFile(path.join(files, String(group), `${index}.txt`), `file ${group} ${index}\n`);
		}
	}
	const planned = await work({ kind: 'plan', origin, token, folder: files });
	const peak = (what: string, { peakMiB }: JobDone): Row => ({
		what,
		unit: 'MiB',
		ours: sampleOf([peakMiB]),
		budget: { of: 'value', most: 200 },
	});
	return [
		{ what: 'Upload of 1 GiB, hashing included', unit: 'ms', ours: sampleOf([large1.ms]) },
		peak('… peak of the process', large1),
		{ what: 'Comparing a folder of 100,000 files', unit: 'ms', ours: sampleOf([planned.ms]) },
		peak('… peak of the process', planned),
	];
}

async function scanning({ folder, work }: Place): Promise<readonly Row[]> {
	const cache = path.join(folder, 'scan');
	for (let repo = 0; repo < 2_000; repo++) {
		const home = path.join(cache, `models--bench--repo-${repo}`);
		const commit = repo.toString(16).padStart(40, '0');
		const snapshot = path.join(home, 'snapshots', commit);
		await mkdir(path.join(home, 'blobs'), { recursive: true });
		await mkdir(path.join(home, 'refs'), { recursive: true });
		await mkdir(snapshot, { recursive: true });
		await writeFile(path.join(home, 'refs', 'main'), commit);
		for (let file = 0; file < 25; file++) {
			const blob = `${repo}${file}`.padStart(64, 'a');
			await writeFile(path.join(home, 'blobs', blob), 'x');
			await symlink(`../../blobs/${blob}`, path.join(snapshot, `file-${file}.json`));
		}
	}
	const rounds: JobDone[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		rounds.push(await work({ kind: 'scan', folder: cache }));
	}
	return [
		{
			what: 'Scan of a cache of 2,000 repos and 50,000 files',
			unit: 'ms',
			ours: sampleOf(rounds.map(({ ms }) => ms)),
			budget: { of: 'value', most: 1_500 },
		},
		{
			what: '… longest hold of the extension host',
			unit: 'ms',
			ours: sampleOf(rounds.map(({ heldMs }) => heldMs)),
			budget: { of: 'value', most: 10 },
		},
	];
}

/** Bytes that are no text, and compress as little as weights do. */
async function writeLarge(file: string): Promise<void> {
	const { randomBytes } = await import('node:crypto');
	await mkdir(path.dirname(file), { recursive: true });
	const stream = createWriteStream(file);
	for (let slab = 0; slab < GIB / (16 * 1024 * 1024); slab++) {
		if (!stream.write(randomBytes(16 * 1024 * 1024))) {
			await once(stream, 'drain');
		}
	}
	stream.end();
	await once(stream, 'finish');
}
