/** What a message that is being written is watched with. */
export interface MessageWatchOptions {
	/** It tells nobody of a change of its value. */
	readonly box: { value: string };
	/** What an earlier window has left of the message. */
	readonly left: string;
	readonly save: () => Promise<void>;
	/** A save has failed, for the first time since one has not. It is tried again. */
	readonly failed: (error: unknown) => void;
	/** Milliseconds. */
	readonly now: () => number;
	readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/** Milliseconds between two looks at the message: what is written later than that before a reload is lost. */
const LOOK = 100;
/**
 * Milliseconds in which the editor may put its own empty message in the place of one that was left, while its view comes up: 2 s
 * were too few on a busy machine. It need not tell of that, so until the view has shown what was left, it is told of it again.
 */
const RESTORING = 15_000;
const AGAIN = 500;
/** So many times as long as a save took, nothing is saved: a large draft is written less often, not all the time. */
const REST = 20;
/** Milliseconds until a save that failed is tried again. */
const RETRY = 5_000;

/** Looks for changes of a message, saves them, and keeps the editor from losing what an earlier window has left. */
export class MessageWatch {
	private known: string;
	private isShown: boolean;
	private hasFailed = false;

	constructor(private readonly options: MessageWatchOptions) {
		this.known = options.left;
		this.isShown = options.left === '';
		options.box.value = options.left;
	}

	/** The editor's view shows a text: an empty one after it is the user's doing. */
	shows(text: string): void {
		this.isShown ||= text !== '';
	}

	/** Until the signal aborts. */
	async run(signal: AbortSignal): Promise<void> {
		const { box, left, now, wait } = this.options;
		const until = now() + RESTORING;
		let again = now() + AGAIN;
		for (let pause = LOOK; ;) {
			await wait(pause, signal).catch(() => undefined);
			if (signal.aborted) {
				return;
			}
			pause = LOOK;
			const isLost = box.value === '' || (box.value === left && now() >= again);
			if (!this.isShown && isLost && now() < until) {
				box.value = left;
				again = now() + AGAIN;
			} else if (box.value !== this.known) {
				pause = await this.save(box.value);
			}
		}
	}

	/** Answers with the milliseconds until the next one. */
	private async save(message: string): Promise<number> {
		const { save, failed, now } = this.options;
		const begun = now();
		try {
			await save();
			this.known = message;
			this.hasFailed = false;
			return Math.max(LOOK, REST * (now() - begun));
		} catch (error) {
			if (!this.hasFailed) {
				failed(error);
			}
			this.hasFailed = true;
			return Math.max(RETRY, REST * (now() - begun));
		}
	}
}
