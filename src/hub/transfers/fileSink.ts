import type { TransferAnswer } from '../../net/operation';
import { ProblemError } from '../../util/problemError';
import type { Digest, FileThreadClient } from '../thread/fileThreadClient';
import type { HubFile } from './hubFiles';

/** Slabs of a file that are on their way to the disk at once; they bound the memory. */
const SLABS = 6;

/** Gathers a body in large pieces and hands them to the thread that writes and hashes them. */
export class FileSink {
	/** Bytes that are in the file, or on their way there. */
	at: number;
	private slab: Uint8Array<ArrayBuffer> | undefined;
	private filled = 0;
	private adding: Promise<void> | undefined;
	private readonly writes = new Set<Promise<void>>();
	private failure: { readonly error: unknown } | undefined;
	private isOpen = true;

	private constructor(
		private readonly thread: FileThreadClient,
		private readonly id: number,
		offset: number,
		private readonly file: HubFile,
		private readonly tell: (bytes: number) => void,
	) {
		this.at = offset;
		tell(offset);
	}

	/** Goes on at the end of what is in the file. */
	static async open(
		thread: FileThreadClient,
		path: string,
		file: HubFile,
		signal: AbortSignal,
		tell: (bytes: number) => void,
	): Promise<FileSink> {
		const { id, offset } = await thread.openFile(path, file.size, file.hash, signal);
		return new FileSink(thread, id, offset, file, tell);
	}

	/** Empties the file. */
	async restart(): Promise<void> {
		await this.settle();
		await this.thread.rewind(this.id);
		this.at = 0;
		this.tell(0);
	}

	/** Takes a body to its end, as fast as the disk does. */
	async take({ pour }: Pick<TransferAnswer, 'pour'>): Promise<void> {
		try {
			await pour(bytes => (this.adding = this.add(bytes)));
		} finally {
			// What has come before a line broke is kept.
			await this.adding?.catch(() => undefined);
			this.flush();
			await this.settle();
		}
		this.throwFailure();
	}

	async finish(): Promise<Digest> {
		this.isOpen = false;
		return this.thread.finish(this.id);
	}

	async close(): Promise<void> {
		if (this.isOpen) {
			this.isOpen = false;
			await this.settle();
			await this.thread.close(this.id).catch(() => undefined);
		}
	}

	/** Waits only where all slabs are on their way. */
	private add(bytes: Buffer): Promise<void> | undefined {
		if (this.at + bytes.length > this.file.size) {
			const detail = `More came of ${this.file.path} than there is.`;
			return Promise.reject(new ProblemError({ code: 'protocol', detail }));
		}
		const from = this.fill(bytes, 0);
		return from < bytes.length || this.failure ? this.addRest(bytes, from) : undefined;
	}

	private async addRest(bytes: Buffer, start: number): Promise<void> {
		this.throwFailure();
		for (let from = start; from < bytes.length; from = this.fill(bytes, from)) {
			await Promise.race(this.writes);
			this.throwFailure();
		}
	}

	/** Puts into slabs what there is room for; answers with where it stopped. */
	private fill(bytes: Buffer, start: number): number {
		let from = start;
		while (from < bytes.length) {
			this.slab ??= this.nextSlab();
			if (!this.slab) {
				break;
			}
			const length = bytes.copy(this.slab, this.filled, from);
			this.filled += length;
			from += length;
			if (this.filled === this.slab.length) {
				this.flush();
			}
		}
		this.at += from - start;
		this.tell(this.at);
		return from;
	}

	private nextSlab(): Uint8Array<ArrayBuffer> | undefined {
		return this.writes.size < SLABS ? new Uint8Array(this.thread.takeSlab()) : undefined;
	}

	private flush(): void {
		const { slab, filled } = this;
		this.slab = undefined;
		this.filled = 0;
		if (slab && filled === 0) {
			this.thread.returnSlab(slab.buffer);
		} else if (slab) {
			const writing = this.thread.write(this.id, slab.buffer, filled).catch((error: unknown) => {
				this.failure ??= { error };
			});
			this.writes.add(writing);
			void writing.finally(() => this.writes.delete(writing));
		}
	}

	private async settle(): Promise<void> {
		await Promise.all(this.writes);
	}

	private throwFailure(): void {
		if (this.failure) {
			throw this.failure.error;
		}
	}
}
