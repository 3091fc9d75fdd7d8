import type { RepoAt, RepoContents } from '../hub/contents';
import { listAllFiles } from '../hub/listAllFiles';
import type { Problem } from '../shared/problem';
import { inLanes } from '../util/inLanes';
import { problemOf } from '../util/problemOf';
import { isBinaryName } from './isBinaryName';

/** Bytes of one file, and of all together, that are searched; and how many files. */
const MOST_BYTES = 1_000_000;
const MOST_TOGETHER = 20_000_000;
const MOST_FILES = 300;
/** Files that are fetched at a time. */
const AT_ONCE = 4;

/** What keeps one from every file, so that the others are not asked for. */
const OF_ALL: ReadonlySet<Problem['code']> = new Set([
	'cancelled',
	'network.offline',
	'network.offlineMode',
	'rateLimited',
	'token.missing',
	'token.invalid',
	'token.expired',
	'token.permission',
	'token.policy',
	'repo.notFound',
	'access.gated.signIn',
	'access.gated.request',
	'access.gated.pending',
	'access.gated.rejected',
	'access.disabled',
]);

/** The text files of a repo, fetched once each; never weights. One that cannot be read keeps none of the others back. */
export class RepoTexts {
	/** What has been fetched, by path. */
	readonly texts = new Map<string, string>();
	/** What could not be read, by path, and why. */
	readonly unread = new Map<string, Problem>();
	/** Files that were listed and are not looked through. */
	skipped = 0;
	/** Whether the repo has more files than are listed. */
	isCut = false;
	private paths: readonly string[] | undefined;

	constructor(
		private readonly hub: Pick<RepoContents, 'files' | 'read'>,
		private readonly at: RepoAt,
	) {}

	/** Fetches what has not been fetched. Rejects where the files cannot even be listed. */
	async load(signal: AbortSignal): Promise<void> {
		this.paths ??= await this.list(signal);
		const waiting = this.paths.filter(path => !this.texts.has(path));
		this.unread.clear();
		let ofAll: Problem | undefined;
		await inLanes(AT_ONCE, waiting, signal, async (path, own) => {
			const problem = ofAll ?? (await this.fetch(path, own));
			if (problem) {
				this.unread.set(path, problem);
				ofAll ??= OF_ALL.has(problem.code) ? problem : undefined;
			}
		});
	}

	private async list(signal: AbortSignal): Promise<readonly string[]> {
		const { files, isCut } = await listAllFiles(this.hub, this.at, signal);
		const texts = files.filter(
			({ path, isLarge, size }) => !isLarge && !isBinaryName(path) && size <= MOST_BYTES,
		);
		let left = MOST_TOGETHER;
		const wanted = texts.slice(0, MOST_FILES).filter(({ size }) => (left -= size) >= 0);
		this.skipped = files.length - wanted.length;
		this.isCut = isCut;
		return wanted.map(({ path }) => path);
	}

	/** Answers with what kept the file from being read. */
	private async fetch(path: string, signal: AbortSignal): Promise<Problem | undefined> {
		try {
			const bytes = await this.hub.read(this.at, path, { most: MOST_BYTES }, signal);
			this.texts.set(path, new TextDecoder().decode(bytes));
			return undefined;
		} catch (error) {
			return problemOf(error);
		}
	}
}
