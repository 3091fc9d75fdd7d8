import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { FileThreadClient } from '../../src/hub/thread/fileThreadClient';
import type { Download } from '../../src/hub/transfers/download';
import { runDownload } from '../../src/hub/transfers/runDownload';
import { PartLedger } from '../../src/hub/transfers/upload/partLedger';
import { planUpload } from '../../src/hub/transfers/upload/planUpload';
import { runUpload } from '../../src/hub/transfers/upload/runUpload';
import type { UploadDeps } from '../../src/hub/transfers/upload/uploadDeps';
import type { UploadSource } from '../../src/hub/transfers/upload/uploadPlan';
import { HubAnswers } from '../../src/hub/hubAnswers';
import { RateLimits } from '../../src/net/rateLimits';

export type TransferWork = { readonly download: Download } | { readonly upload: UploadSource };

/** What a process of its own is to do. The token comes in its environment, as `TEST_TOKEN`. */
export type TransferJob = TransferWork & {
	readonly hub: string;
	/** The bundle of the thread. */
	readonly threadFile: string;
	/** Where the parts that have been sent are remembered. */
	readonly parts: string;
};

const job = JSON.parse(process.argv[2] ?? '') as TransferJob;
const { signal } = new AbortController();
const { TEST_TOKEN: token = '' } = process.env;
const deps: UploadDeps = {
	endpoints: () => ({ hub: job.hub, router: job.hub }),
	credentials: () => Promise.resolve({ value: token, name: 'test', origins: [job.hub] }),
	limits: new RateLimits(),
	answers: new HubAnswers(),
	thread: new FileThreadClient(() => new Worker(job.threadFile)),
	parts: new PartLedger(job.parts),
	pause: (milliseconds, stop) => delay(milliseconds, undefined, { signal: stop }),
};

/** One line for each step, written before anything else can happen. */
const tell = (bytes: number) => void writeSync(1, `${bytes}\n`);

async function work(): Promise<void> {
	if ('download' in job) {
		await runDownload(deps, job.download, signal, ({ bytes }) => tell(bytes));
		return;
	}
	const plan = await planUpload(deps, job.upload, signal, () => undefined);
	const words = { title: 'From a process of its own', description: '' };
	const order = { plan, files: plan.files, deleted: [], asPullRequest: false, ...words };
	await runUpload(deps, order, signal, tell);
}

void work().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
