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

/**
 * The clipboard, as long as something secret of ours is in it. It is emptied after a time, on request, and when the window
 * closes, and only if it still holds what was put there. A window that was closed too fast for that leaves a trace to the
 * next one, which does it.
 */
export class HeldClipboard extends Disposable {
	private held: { readonly digest: string; readonly timer: NodeJS.Timeout } | undefined;

	/** `onError` hears of a clipboard that could not be emptied after the time. */
	constructor(
		private readonly clipboard: Clipboard,
		private readonly memento: Memento,
		private readonly onError: (error: unknown) => void,
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
		this.watch(trace);
	}

	/** Whatever was copied since then stays. */
	async clear(): Promise<void> {
		const { held } = this;
		if (held === undefined) {
			return;
		}
		clearTimeout(held.timer);
		this.held = undefined;
		if (digestOf(await this.clipboard.readText()) === held.digest) {
			await this.clipboard.writeText('');
		}
		// Another window, or this one, may have put something else there meanwhile.
		if (readTrace(this.memento.get(KEY))?.digest === held.digest) {
			await this.keep(undefined);
		}
	}

	private watch({ digest, until }: Trace): void {
		clearTimeout(this.held?.timer);
		const timer = setTimeout(() => this.clearSoon(), Math.max(0, until - Date.now()));
		this.held = { digest, timer };
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
		this.clear().catch(this.onError);
	}
}

function readTrace(stored: unknown): Trace | undefined {
	const { digest, until } = isRecord(stored) ? stored : {};
	return typeof digest === 'string' && typeof until === 'number' ? { digest, until } : undefined;
}

function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
