import type { Worker } from 'node:worker_threads';
import type {
	FileToInspect,
	HashName,
	Inspected,
	ScanPart,
	ThreadAnswer,
	ThreadQuestion,
} from './threadMessages';

const SLAB_BYTES = 512 * 1024;

/** Starts the thread's bundle. */
export type StartThread = () => Worker;

/** A digest in hex, and how many bytes it is of. */
export interface Digest {
	readonly digest: string;
	readonly size: number;
}

interface Waiting {
	resolve(answer: ThreadAnswer): void;
	reject(error: Error): void;
	progress?(answer: ThreadAnswer): void;
}

/** An error of the file system in the thread; `code` is Node's. */
class ThreadError extends Error {
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** The thread that hashes, writes and scans, as the extension host sees it. It is started by the first question. */
export class FileThreadClient {
	private worker: Worker | undefined;
	private lastId = 0;
	private users = 0;
	/** Not in use; as many as were once. */
	private readonly slabs: ArrayBuffer[] = [];
	private readonly waiting = new Map<number, Waiting[]>();

	constructor(private readonly start: StartThread) {}

	/** Opens a file to go on writing at its end; `size` is what it is going to have. What is there already is hashed. */
	async openFile(
		path: string,
		size: number,
		hash: HashName,
		signal: AbortSignal,
	): Promise<{ id: number; offset: number }> {
		const id = ++this.lastId;
		try {
			const answer = await this.until(signal, id, { type: 'open', id, path, size, hash }, () => undefined);
			return { id, offset: answer.type === 'opened' ? answer.offset : 0 };
		} catch (error) {
			// It may have been opened just before, or be open although it cannot be read.
			await this.close(id).catch(() => undefined);
			throw error;
		}
	}

	/** A piece of memory to fill and to hand to `write`. */
	takeSlab(): ArrayBuffer {
		return this.slabs.pop() ?? new ArrayBuffer(SLAB_BYTES);
	}

	/** Appends the first `length` bytes of a slab, which is given away. */
	async write(id: number, slab: ArrayBuffer, length: number): Promise<void> {
		const answer = await this.ask({ type: 'write', id, buffer: slab, length }, [slab]);
		if (answer.type === 'written') {
			this.returnSlab(answer.buffer);
		}
	}

	/** Takes back a slab, for whoever fills the next one. */
	returnSlab(slab: ArrayBuffer): void {
		if (this.users > 0) {
			this.slabs.push(slab);
		}
	}

	/** Keeps slabs from one file to the next for as long as `work` takes. */
	async sharingSlabs<T>(work: () => Promise<T>): Promise<T> {
		this.users++;
		try {
			return await work();
		} finally {
			this.users--;
			if (this.users === 0) {
				this.slabs.length = 0;
			}
		}
	}

	/** Empties the file. */
	async rewind(id: number): Promise<void> {
		await this.ask({ type: 'rewind', id });
	}

	/** Closes the file. The digest is of everything that was there and that was written; the size is the file's own. */
	async finish(id: number): Promise<Digest> {
		return digestOf(await this.ask({ type: 'finish', id }));
	}

	/** Closes the file as it is. */
	async close(id: number): Promise<void> {
		await this.ask({ type: 'close', id });
	}

	/** Hashes a whole file. `tell` hears how far it is, in bytes. */
	async hash(
		path: string,
		hash: HashName,
		signal: AbortSignal,
		tell?: (bytes: number) => void,
	): Promise<Digest> {
		const id = ++this.lastId;
		const answer = await this.until(signal, id, { type: 'hash', id, path, hash }, progress => {
			if (progress.type === 'progress') {
				tell?.(progress.bytes);
			}
		});
		return digestOf(answer);
	}

	/** Looks into files of a folder, one answer each, in their order. */
	async inspect(
		folder: string,
		files: readonly FileToInspect[],
		signal: AbortSignal,
	): Promise<readonly Inspected[]> {
		const id = ++this.lastId;
		const question = { type: 'inspect', id, folder, files } as const;
		const answer = await this.until(signal, id, question, () => undefined);
		return answer.type === 'inspected' ? answer.files : [];
	}

	/** Walks a cache folder; `take` gets it part by part. */
	async scan(root: string, signal: AbortSignal, take: (part: ScanPart) => void): Promise<void> {
		const id = ++this.lastId;
		await this.until(signal, id, { type: 'scan', id, root }, answer => {
			if (answer.type === 'scanned') {
				answer.parts.forEach(take);
				this.running().postMessage({ type: 'next', id } satisfies ThreadQuestion);
			}
		});
	}

	dispose(): void {
		void this.worker?.terminate();
		this.worker = undefined;
		this.failAll(new Error('The thread has ended.'));
	}

	private async until(
		signal: AbortSignal,
		id: number,
		question: ThreadQuestion,
		progress: (answer: ThreadAnswer) => void,
	): Promise<ThreadAnswer> {
		signal.throwIfAborted();
		const stop = () => this.running().postMessage({ type: 'stop', id } satisfies ThreadQuestion);
		signal.addEventListener('abort', stop, { once: true });
		try {
			const answer = await this.ask(question, [], progress);
			signal.throwIfAborted();
			return answer;
		} finally {
			signal.removeEventListener('abort', stop);
		}
	}

	/** Questions about one file are answered in the order in which they were asked. */
	private ask(
		question: ThreadQuestion,
		transfer: readonly ArrayBuffer[] = [],
		progress?: (answer: ThreadAnswer) => void,
	): Promise<ThreadAnswer> {
		return new Promise((resolve, reject) => {
			const queue = this.waiting.get(question.id) ?? [];
			this.waiting.set(question.id, queue);
			queue.push({ resolve, reject, ...(progress && { progress }) });
			this.running().postMessage(question, transfer);
		});
	}

	private running(): Worker {
		if (this.worker) {
			return this.worker;
		}
		const worker = this.start();
		// It must not keep a process alive that has nothing else to do.
		worker.unref();
		worker.on('message', (answer: ThreadAnswer) => this.take(answer));
		worker.on('error', error => {
			this.worker = undefined;
			this.failAll(error instanceof Error ? error : new Error(String(error)));
		});
		this.worker = worker;
		return worker;
	}

	private take(answer: ThreadAnswer): void {
		const queue = this.waiting.get(answer.id);
		const first = queue?.[0];
		if (!queue || !first) {
			return;
		}
		if (answer.type === 'progress' || answer.type === 'scanned') {
			first.progress?.(answer);
			return;
		}
		queue.shift();
		if (queue.length === 0) {
			this.waiting.delete(answer.id);
		}
		if (answer.type === 'failed') {
			first.reject(new ThreadError(answer.code, answer.message));
		} else {
			first.resolve(answer);
		}
	}

	private failAll(error: Error): void {
		const all = [...this.waiting.values()].flat();
		this.waiting.clear();
		for (const one of all) {
			one.reject(error);
		}
	}
}

function digestOf(answer: ThreadAnswer): Digest {
	return answer.type === 'done' ? answer : { digest: '', size: 0 };
}
