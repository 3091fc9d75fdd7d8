/** How often it is looked whether there still is a network, in milliseconds. */
const LOOK = 1_000;

export interface WatchdogOptions {
	/** Milliseconds without a piece of an answer after which it counts as stalled. */
	readonly stallTimeout: number;
	/** Whether there is no network; default: nobody looks. */
	readonly isOffline?: (() => boolean) | undefined;
	/** Hears once that the answer is not worth waiting for any more. */
	readonly onDead: () => void;
}

/**
 * Notices that nothing more comes: while an answer comes, that nothing has been seen of it for too long, and from the request
 * on, that there is no network. `touch` is called for every piece of a stream, so it only notes the time; the one timer looks at it
 * when it rings.
 */
export class Watchdog {
	private timer: NodeJS.Timeout | undefined;
	/** When the latest piece of the answer was seen; nothing before it begins. */
	private seenAt: number | undefined;
	private found: 'stalled' | 'offline' | undefined;
	private isLeft = false;

	constructor(private readonly options: WatchdogOptions) {}

	get stalled(): boolean {
		return this.found === 'stalled';
	}

	get offline(): boolean {
		return this.found === 'offline';
	}

	/** A request is about to be sent. */
	expect(): void {
		this.rest();
		this.look();
	}

	/** Its answer has begun. */
	start(): void {
		this.rest();
		this.touch();
		this.look();
	}

	touch(): void {
		this.seenAt = performance.now();
	}

	/** Nobody wants the answer any more: whatever still comes of it is not looked at. */
	leave(): void {
		this.rest();
		this.isLeft = true;
	}

	/** Nothing is expected for now: the answer has come, or the next one is not asked for yet. */
	rest(): void {
		clearTimeout(this.timer);
		this.seenAt = undefined;
	}

	private look(): void {
		if (this.isLeft) {
			return;
		}
		const { stallTimeout, isOffline } = this.options;
		if (isOffline?.()) {
			this.ring('offline');
			return;
		}
		const left = this.seenAt === undefined ? Infinity : this.seenAt + stallTimeout - performance.now();
		if (left <= 0) {
			this.ring('stalled');
			return;
		}
		const next = Math.min(left, isOffline ? LOOK : Infinity);
		if (next < Infinity) {
			this.timer = setTimeout(() => this.look(), Math.ceil(next));
		}
	}

	private ring(found: 'stalled' | 'offline'): void {
		this.found ??= found;
		this.options.onDead();
	}
}
