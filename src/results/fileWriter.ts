import { renameSync, writeFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';

/** Only the user reads what they ran. */
const OPTIONS = { mode: 0o600, flush: true } as const;

/**
 * Writes one file whole: a reader sees the old content or the new, never half of one. While a write goes on, only the
 * newest of the contents that come meanwhile is kept.
 */
export class FileWriter {
	private next: (() => string) | undefined;
	private writing: Promise<void> | undefined;
	private closed = false;

	constructor(private readonly path: string) {}

	/** `content` is asked for when its turn comes. Resolves when it, or a newer one, is on disk. */
	write(content: () => string): Promise<void> {
		this.next = content;
		return (this.writing ??= this.drain());
	}

	/** For when there is no time to wait. It is the last write: the ones still going on are given up. */
	writeNow(content: string): void {
		this.closed = true;
		const temporary = `${this.path}.last`;
		writeFileSync(temporary, content, OPTIONS);
		renameSync(temporary, this.path);
	}

	async remove(): Promise<void> {
		this.closed = true;
		await this.writing?.catch(() => undefined);
		await Promise.all([rm(this.path, { force: true }), rm(this.temporary, { force: true })]);
	}

	private get temporary(): string {
		return `${this.path}.new`;
	}

	private async drain(): Promise<void> {
		try {
			for (let content = this.take(); content; content = this.take()) {
				await writeFile(this.temporary, content(), OPTIONS);
				if (!this.closed) {
					await rename(this.temporary, this.path);
				}
			}
		} finally {
			this.writing = undefined;
		}
	}

	private take(): (() => string) | undefined {
		const content = this.closed ? undefined : this.next;
		this.next = undefined;
		return content;
	}
}
