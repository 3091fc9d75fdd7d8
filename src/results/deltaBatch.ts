import type { DeltaChannel } from '../shared/protocol';
import type { Owned } from '../util/disposable';

/** Takes a joined text of one run to the page; the promise, if there is one, resolves when the window has taken it. */
export type DeltaPost = (id: string, channel: DeltaChannel, text: string) => PromiseLike<unknown> | undefined;

/** Milliseconds between two messages of a run that is looked at: about a frame of the page's. */
export const DELTA_INTERVAL = 16;

/** Milliseconds between two messages of any other run: sixteen runs of 50 deltas a second would be 800 messages a second. */
export const UNSEEN_INTERVAL = 250;

interface Pending {
	channel: DeltaChannel;
	text: string;
	timer?: NodeJS.Timeout;
}

/**
 * Joins the deltas of a run, so that the page gets at most one message in an interval however fast they come, and none before
 * the window has taken the one before: one that is busy gets fewer and longer ones, and does not fall behind. A delta after a
 * silence goes at once: the first word is never held back. Texts of a run keep their order over both channels.
 */
export class DeltaBatch implements Owned {
	private readonly pending = new Map<string, Pending>();

	constructor(
		private readonly post: DeltaPost,
		/** Whether a run is in view, as far as the host knows. */
		private readonly isSeen: (id: string) => boolean,
	) {}

	add(id: string, channel: DeltaChannel, text: string): void {
		const waiting = this.pending.get(id);
		if (!waiting) {
			this.rest(id, channel, this.post(id, channel, text));
			return;
		}
		if (waiting.channel !== channel) {
			this.send(id, waiting);
			waiting.channel = channel;
		}
		waiting.text += text;
	}

	/** Posts what a run has waiting, because something is to be said about it that comes after, or it has come into view. */
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
	private rest(id: string, channel: DeltaChannel, posted: PromiseLike<unknown> | undefined): void {
		const waiting: Pending = { channel, text: '' };
		const go = () => this.goOn(id, waiting);
		waiting.timer = setTimeout(
			() => (posted ? void posted.then(go, go) : go()),
			this.isSeen(id) ? DELTA_INTERVAL : UNSEEN_INTERVAL,
		);
		this.pending.set(id, waiting);
	}

	private goOn(id: string, waiting: Pending): void {
		if (this.pending.get(id) !== waiting) {
			return;
		}
		this.pending.delete(id);
		if (waiting.text !== '') {
			this.rest(id, waiting.channel, this.send(id, waiting));
		}
	}

	private send(id: string, waiting: Pending): PromiseLike<unknown> | undefined {
		const { channel, text } = waiting;
		waiting.text = '';
		return text === '' ? undefined : this.post(id, channel, text);
	}
}
