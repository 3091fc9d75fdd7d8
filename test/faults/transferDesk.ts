import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileThreadClient } from '../../src/hub/thread/fileThreadClient';
import type { DownloadTarget } from '../../src/hub/transfers/download';
import { listRepoFiles, resolveCommit } from '../../src/hub/transfers/hubFiles';
import { runDownload } from '../../src/hub/transfers/runDownload';
import { PartLedger } from '../../src/hub/transfers/upload/partLedger';
import { planUpload } from '../../src/hub/transfers/upload/planUpload';
import { runUpload } from '../../src/hub/transfers/upload/runUpload';
import type { UploadDeps } from '../../src/hub/transfers/upload/uploadDeps';
import type { Endpoints } from '../../src/net/endpoints';
import { HubAnswers } from '../../src/hub/hubAnswers';
import { RateLimits } from '../../src/net/rateLimits';
import type { RepoRef } from '../../src/shared/repoType';
import type { LoopbackHub } from '../hub/loopbackHub';

/** Milliseconds that an impatient desk waits for an answer, or the rest of one, that is never going to come. */
const IMPATIENCE = 150;

/** Larger than the parts of the Hub that the desks are for, so that it goes in three. */
export const PART_BYTES = 4_000;

/** The names and contents of what is brought and sent; no two desks have the same bytes, by which the storage knows them. */
function filesOf(name: string): ReadonlyMap<string, Buffer> {
	return new Map([
		['notes/README.md', Buffer.from(`# ${name}\n`.repeat(20))],
		['small.bin', Buffer.alloc(1_000, `\0${name}`)],
		['weights.bin', Buffer.alloc(10_000, `\0\0${name}`)],
	]);
}

let desks = 0;

/** One case's own repo, folders and memory of rate limits, so that what is left of one case cannot be seen in another. */
export class TransferDesk {
	readonly repo: RepoRef = { type: 'model', id: `acme/desk-${++desks}` };
	readonly files = filesOf(this.repo.id);
	endpoints: Endpoints;
	/** Gives up at once on answers that do not come. */
	isImpatient = false;
	/** Milliseconds that have gone by for the rate limits, on top of those of the clock. */
	laterBy = 0;
	private readonly deps: UploadDeps;

	private constructor(
		private readonly hub: LoopbackHub,
		readonly folder: string,
		thread: FileThreadClient,
	) {
		this.endpoints = { hub: hub.origin, router: hub.routerOrigin };
		const patience = () => (this.isImpatient ? IMPATIENCE : 30_000);
		this.deps = {
			endpoints: () => this.endpoints,
			credentials: () =>
				Promise.resolve({
					value: hub.tokens.write,
					name: 'vscode',
					origins: [hub.origin, this.endpoints.hub],
				}),
			thread,
			// Nobody waits; the time goes by all the same.
			pause: (milliseconds, signal) => {
				this.laterBy += milliseconds;
				return Promise.resolve(signal.throwIfAborted());
			},
			get patience() {
				return patience();
			},
			parts: new PartLedger(path.join(folder, 'parts')),
			limits: new RateLimits(() => Date.now() + this.laterBy),
			answers: new HubAnswers(),
		};
	}

	/** With a folder below `parent`. */
	static async open(hub: LoopbackHub, parent: string, thread: FileThreadClient): Promise<TransferDesk> {
		return new TransferDesk(hub, await mkdtemp(path.join(parent, 'desk-')), thread);
	}

	get cache(): string {
		return path.join(this.folder, 'hub');
	}

	/** Where a download goes that does not go to the cache. */
	get own(): string {
		return path.join(this.folder, 'own');
	}

	get blobs(): string {
		return path.join(this.cache, `models--${this.repo.id.replace('/', '--')}`, 'blobs');
	}

	/** By which the storage, and the cache, know a large file. */
	oid(file: string): string {
		return createHash('sha256')
			.update(this.files.get(file) ?? '')
			.digest('hex');
	}

	/** Whether a request is of this desk. */
	isAbout(asked: string): boolean {
		const marks = [
			`/${this.repo.id}/`,
			`/${this.repo.id}.git/`,
			this.oid('small.bin'),
			this.oid('weights.bin'),
		];
		return marks.some(mark => asked.includes(mark));
	}

	/** What the Hub has in the repo. */
	onHub(): ReadonlyMap<string, Buffer> {
		const all = [...this.hub.files('model', this.repo.id)];
		return new Map(all.map(([file, content]) => [file, Buffer.from(content)] as const).sort());
	}

	/** What it is to have after an upload. */
	meant(): ReadonlyMap<string, Buffer> {
		return new Map([...this.files, ['theirs.txt', Buffer.from('theirs')] as const].sort());
	}

	/** Puts all files onto the Hub, to be brought from there. */
	stock(): void {
		const files = [...this.files].map(([name, content]) => ({ path: name, content }));
		this.hub.commit('model', this.repo.id, files);
	}

	/** Puts a file of somebody else's onto the Hub, and all of ours on the disk, to be sent there. */
	async lay(): Promise<void> {
		this.hub.commit('model', this.repo.id, [{ path: 'theirs.txt', content: 'theirs' }]);
		for (const [name, content] of this.files) {
			await mkdir(path.dirname(path.join(this.own, name)), { recursive: true });
			await writeFile(path.join(this.own, name), content);
		}
	}

	async download(target: DownloadTarget, { signal } = new AbortController()): Promise<void> {
		const commit = await resolveCommit(this.deps, this.repo, 'main', signal);
		const files = await listRepoFiles(this.deps, this.repo, { commit }, signal);
		const order = { repo: this.repo, revision: 'main', commit, files, target };
		await runDownload(this.deps, order, signal, () => undefined);
	}

	/** Answers with the commit; nothing where the repo has everything. */
	async upload({ signal } = new AbortController()): Promise<string | undefined> {
		const source = { repo: this.repo, folder: this.own, branch: 'main' };
		const plan = await planUpload(this.deps, source, signal, () => undefined);
		if (plan.files.length === 0) {
			return undefined;
		}
		const order = {
			plan,
			files: plan.files,
			deleted: [],
			title: 'Add them',
			description: '',
			asPullRequest: false,
		};
		return (await runUpload(this.deps, order, signal, () => undefined)).commit;
	}

	/** Everything below a folder, by path. */
	async contents(folder: string): Promise<ReadonlyMap<string, Buffer>> {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
		const names = entries
			.filter(entry => !entry.isDirectory())
			.map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));
		const all = names.map(async name => [name, await readFile(path.join(folder, name))] as const);
		return new Map(await Promise.all(all));
	}

	async close(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}
}
