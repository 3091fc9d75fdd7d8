import { createHash } from 'node:crypto';
import type { Memento } from '../tokens/tokenStore';
import { Disposable } from '../util/disposable';
import { isRecord } from '../util/isRecord';

/** What this asks of the editor's clipboard. */
export interface Clipboard {
	readText(): PromiseLike<string>;
	writeText(text: string): PromiseLike<void>;
}

/** What is known of a secret in the clipboard: no more than a digest, and until when it may be there, in epoch milliseconds. */
interface Trace {
	readonly digest: string;
	readonly until: number;
}

const KEY = 'hfWorkbench.clipboard';

/** Milliseconds until a clipboard is tried again that could not be read or emptied; twice as many after each failure, up to the most. */
const AGAIN = 1000;
const AGAIN_AT_MOST = 60_000;

/**
 * The clipboard, as long as something secret of ours is in it. It is emptied after a time, on request, and when the window
 * closes, and only if it still holds what was put there. A window that was closed too fast for that leaves a trace to the
 * next one, which does it.
 */
export class HeldClipboard extends Disposable {
	private held: (Trace & { readonly timer: NodeJS.Timeout }) | undefined;
	private failures = 0;

	/** `onError` hears of a clipboard that could not be emptied after the time; it is tried again, and that is not told anew. */
	constructor(
		private readonly clipboard: Clipboard,
		private readonly memento: Memento,
		private readonly onError: (error: unknown) => void,
		private readonly again = AGAIN,
	) {
		super();
		this.register({ dispose: () => this.clearSoon() });
		const trace = readTrace(memento.get(KEY));
		if (trace) {
			this.watch(trace);
		}
	}

	async hold(secret: string, milliseconds: number): Promise<void> {
		const trace = { digest: digestOf(secret), until: Date.now() + milliseconds };
		await this.keep(trace);
		await this.clipboard.writeText(secret);
		this.failures = 0;
		this.watch(trace);
	}

	/** Whatever was copied since then stays. Where it fails, it is tried again until it is done. */
	async clear(): Promise<void> {
		const { held } = this;
		if (held === undefined) {
			return;
		}
		clearTimeout(held.timer);
		try {
			if (digestOf(await this.clipboard.readText()) === held.digest) {
				await this.clipboard.writeText('');
			}
		} catch (error) {
			this.tryAgain(held);
			throw error;
		}
		this.failures = 0;
		// Another window, or this one, may have put something else there meanwhile.
		this.held = this.held === held ? undefined : this.held;
		if (readTrace(this.memento.get(KEY))?.digest === held.digest) {
			await this.keep(undefined);
		}
	}

	/** Not where something else is held by now, and not in a window that has closed: the next one does it. */
	private tryAgain(held: Trace): void {
		if (this.held === held && !this.isDisposed) {
			const pause = Math.min(this.again * 2 ** this.failures, AGAIN_AT_MOST);
			this.failures += 1;
			this.watch({ digest: held.digest, until: Date.now() + pause });
		}
	}

	private watch({ digest, until }: Trace): void {
		clearTimeout(this.held?.timer);
		const timer = setTimeout(() => this.clearSoon(), Math.max(0, until - Date.now()));
		this.held = { digest, until, timer };
	}

	/** Without a trace, this window still empties it. */
	private async keep(trace: Trace | undefined): Promise<void> {
		try {
			await this.memento.update(KEY, trace);
		} catch (error) {
			this.onError(error);
		}
	}

	private clearSoon(): void {
		const isFirst = this.failures === 0;
		this.clear().catch((error: unknown) => {
			if (isFirst) {
				this.onError(error);
			}
		});
	}
}

function readTrace(stored: unknown): Trace | undefined {
	const { digest, until } = isRecord(stored) ? stored : {};
	return typeof digest === 'string' && typeof until === 'number' ? { digest, until } : undefined;
}

function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
