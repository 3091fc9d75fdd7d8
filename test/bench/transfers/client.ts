import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { scanCache } from '../../../src/hub/cache/scanCache';
import { FileThreadClient } from '../../../src/hub/thread/fileThreadClient';
import { listRepoFiles, resolveCommit } from '../../../src/hub/transfers/hubFiles';
import { runDownload } from '../../../src/hub/transfers/runDownload';
import { PartLedger } from '../../../src/hub/transfers/upload/partLedger';
import { planUpload } from '../../../src/hub/transfers/upload/planUpload';
import { runUpload } from '../../../src/hub/transfers/upload/runUpload';
import type { UploadDeps } from '../../../src/hub/transfers/upload/uploadDeps';
import { HubAnswers } from '../../../src/hub/hubAnswers';
import { RateLimits } from '../../../src/net/rateLimits';
import type { Job, JobDone } from './job';

/** One job in a process of its own, bundled as the extension is: `client.cjs <thread> <job as JSON>`. */
const [threadFile = '', text = ''] = process.argv.slice(2);
const job = JSON.parse(text) as Job;
const { signal } = new AbortController();
const thread = new FileThreadClient(() => new Worker(threadFile));
const nothing = () => undefined;

function depsOf(origin: string, token?: string): UploadDeps {
	return {
		endpoints: () => ({ hub: origin, router: origin }),
		credentials: () =>
			Promise.resolve(token === undefined ? undefined : { value: token, name: 'bench', origins: [origin] }),
		limits: new RateLimits(),
		answers: new HubAnswers(),
		thread,
		parts: new PartLedger(path.join(os.tmpdir(), 'hf-workbench-bench-parts')),
		pause: milliseconds => delay(milliseconds),
	};
}

/** Gets everything ready, and answers with what is to be measured. */
async function prepare(): Promise<() => Promise<unknown>> {
	switch (job.kind) {
		case 'download': {
			const deps = depsOf(job.origin);
			const repo = { type: 'model', id: job.repo } as const;
			const commit = await resolveCommit(deps, repo, 'main', signal);
			const files = await listRepoFiles(deps, repo, { commit }, signal);
			const target = { kind: 'cache', root: job.folder } as const;
			return () => runDownload(deps, { repo, revision: 'main', commit, files, target }, signal, nothing);
		}
		case 'snapshot': {
			const { repo, folder: cacheDir, origin: hubUrl } = job;
			const { snapshotDownload } = await import('@huggingface/hub');
			return () => snapshotDownload({ repo, cacheDir, hubUrl });
		}
		case 'hash':
			return () => thread.hash(job.file, 'sha256', signal);
		case 'plan':
		case 'upload': {
			const deps = depsOf(job.origin, job.token);
			const source = {
				repo: { type: 'model', id: 'ada/target' },
				folder: job.folder,
				branch: 'main',
			} as const;
			return async () => {
				const plan = await planUpload(deps, source, signal, nothing);
				if (job.kind === 'upload') {
					const order = { plan, files: plan.files, deleted: [], title: 'Bench', description: '' };
					await runUpload(deps, { ...order, asPullRequest: false }, signal, nothing);
				}
			};
		}
		case 'scan':
			return () => scanCache(thread, job.folder, signal);
	}
}

async function measure(): Promise<JobDone> {
	const work = await prepare();
	let heldMs = 0;
	// By what this thread has computed: on a busy machine a clock would count the work of others.
	const computed = () => {
		const { user, system } = process.threadCpuUsage();
		return (user + system) / 1000;
	};
	let last = computed();
	const looking = setInterval(() => {
		const now = computed();
		heldMs = Math.max(heldMs, now - last);
		last = now;
	}, 1);
	const start = performance.now();
	await work();
	const ms = performance.now() - start;
	clearInterval(looking);
	return { ms, peakMiB: process.resourceUsage().maxRSS / 1024, heldMs };
}

void measure().then(done => {
	// The client package writes there, too; the last line is ours.
	process.stdout.write(`\n${JSON.stringify(done)}`);
	process.exit();
});
