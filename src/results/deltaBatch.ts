import type { DeltaChannel } from '../shared/protocol';
import type { Owned } from '../util/disposable';

/** Takes a joined text of one run to the page. */
export type DeltaPost = (id: string, channel: DeltaChannel, text: string) => void;

/** Milliseconds between two messages of one run: about a frame of the page's. */
export const DELTA_INTERVAL = 16;

interface Pending {
	channel: DeltaChannel;
	text: string;
	readonly timer: NodeJS.Timeout;
}

/**
 * Joins the deltas of a run, so that the page gets at most one message each `DELTA_INTERVAL` however fast they come. A
 * delta after a silence goes at once: the first word is never held back. Texts of a run keep their order over both channels.
 */
export class DeltaBatch implements Owned {
	private readonly pending = new Map<string, Pending>();

	constructor(private readonly post: DeltaPost) {}

	add(id: string, channel: DeltaChannel, text: string): void {
		const waiting = this.pending.get(id);
		if (!waiting) {
			this.rest(id, channel);
			this.post(id, channel, text);
			return;
		}
		if (waiting.channel !== channel) {
			this.send(id, waiting);
			waiting.channel = channel;
		}
		waiting.text += text;
	}

	/** Posts what a run has waiting, because something is to be said about it that comes after. */
	flush(id: string): void {
		const waiting = this.pending.get(id);
		if (waiting) {
			clearTimeout(waiting.timer);
			this.pending.delete(id);
			this.send(id, waiting);
		}
	}

	/** Forgets what is waiting, because the page gets, or got, the whole text by other means. */
	clear(): void {
		for (const { timer } of this.pending.values()) {
			clearTimeout(timer);
		}
		this.pending.clear();
	}

	dispose(): void {
		this.clear();
	}

	/** Holds back what comes for a run now; when nothing came, the next delta goes at once again. */
	private rest(id: string, channel: DeltaChannel): void {
		const timer = setTimeout(() => {
			const waiting = this.pending.get(id);
			this.pending.delete(id);
			if (waiting && waiting.text !== '') {
				this.rest(id, waiting.channel);
				this.send(id, waiting);
			}
		}, DELTA_INTERVAL);
		this.pending.set(id, { channel, text: '', timer });
	}

	private send(id: string, waiting: Pending): void {
		const { channel, text } = waiting;
		waiting.text = '';
		if (text !== '') {
			this.post(id, channel, text);
		}
	}
}
