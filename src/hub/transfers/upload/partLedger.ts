import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRecord } from '../../../util/isRecord';
import type { UploadAction } from './readUploadAction';

type Multipart = Extract<UploadAction, { readonly kind: 'multipart' }>;

/** A large file that is sent in parts: where they go, and the tags of those that have arrived, by their number from 0. */
export interface PartsSent {
	readonly action: Multipart;
	readonly etags: ReadonlyMap<number, string>;
}

interface Known {
	readonly action: Multipart;
	readonly etags: Map<number, string>;
	/** Epoch milliseconds. */
	readonly until: number;
}

/** Milliseconds that the addresses of parts are good for; they are signed for an hour at least. */
const LIFE = 50 * 60 * 1000;

/**
 * The parts of large files that the storage has, so that an upload that failed, or whose window was closed, goes on with the
 * next part. The storage puts together only what was sent to the addresses of one order, so these are kept, too: in a file of
 * the user's own for each large file, until it has been sent or they are over. Whoever has them can send parts of just this
 * file, which the Hub then holds against its hash; they are no token, and none is among them.
 */
export class PartLedger {
	private readonly known = new Map<string, Known>();

	constructor(
		private readonly folder: string,
		private readonly now: () => number = Date.now,
	) {}

	static key(hub: string, tag: string): string {
		return `${hub} ${tag}`;
	}

	/** What is known of a file that is sent to this Hub in parts of this size, or a new entry with the addresses given. */
	async open(key: string, action: Multipart): Promise<PartsSent> {
		const known = this.known.get(key) ?? (await this.read(key));
		if (known && known.until > this.now() && known.action.partBytes === action.partBytes) {
			this.known.set(key, known);
			return known;
		}
		const fresh: Known = { action, etags: new Map(), until: this.now() + LIFE };
		this.known.set(key, fresh);
		await this.sweep();
		// Without it, the upload only begins anew after a reload.
		await this.begin(key, fresh).catch(() => undefined);
		return fresh;
	}

	/** Another part has arrived. */
	async add(key: string, part: number, etag: string): Promise<void> {
		this.known.get(key)?.etags.set(part, etag);
		await appendFile(this.file(key), `${JSON.stringify({ part, etag })}\n`).catch(() => undefined);
	}

	async forget(key: string): Promise<void> {
		this.known.delete(key);
		await rm(this.file(key), { force: true }).catch(() => undefined);
	}

	private async begin(key: string, { action, until }: Known): Promise<void> {
		await mkdir(this.folder, { recursive: true });
		await rm(this.file(key), { force: true });
		await writeFile(this.file(key), `${JSON.stringify({ until, action })}\n`, { flag: 'wx', mode: 0o600 });
	}

	private async read(key: string): Promise<Known | undefined> {
		const text = await readFile(this.file(key), 'utf8').catch(() => '');
		const [first, ...rest] = text.split('\n').map(parsed);
		const action = isRecord(first) ? readMultipart(first.action) : undefined;
		if (!isRecord(first) || typeof first.until !== 'number' || !action) {
			return undefined;
		}
		const etags = new Map(
			rest.flatMap(line =>
				isRecord(line) && typeof line.part === 'number' && typeof line.etag === 'string'
					? [[line.part, line.etag] as const]
					: [],
			),
		);
		return { action, etags, until: first.until };
	}

	/** Removes what is over. */
	private async sweep(): Promise<void> {
		for (const name of await readdir(this.folder).catch(() => [])) {
			const file = path.join(this.folder, name);
			const { mtimeMs = Infinity } = (await stat(file).catch(() => undefined)) ?? {};
			if (mtimeMs + LIFE < this.now()) {
				await rm(file, { force: true }).catch(() => undefined);
			}
		}
	}

	private file(key: string): string {
		return path.join(this.folder, `${createHash('sha256').update(key).digest('hex')}.jsonl`);
	}
}

/** A line that was being written when the window went is none. */
function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

function readMultipart(value: unknown): Multipart | undefined {
	if (!isRecord(value) || !Array.isArray(value.urls)) {
		return undefined;
	}
	const { completeUrl, partBytes } = value;
	const urls = value.urls.filter((url): url is string => typeof url === 'string');
	return typeof completeUrl === 'string' && typeof partBytes === 'number' && urls.length === value.urls.length
		? { kind: 'multipart', completeUrl, partBytes, urls }
		: undefined;
}
