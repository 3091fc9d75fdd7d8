/**
 * Calls `onStall` once when nothing has been seen for `milliseconds`. `touch` is called for every piece of a stream, so
 * it only notes the time; the one timer looks at it when it rings.
 */
export class Watchdog {
	private timer: NodeJS.Timeout | undefined;
	private seenAt = 0;
	private rang = false;

	constructor(
		private readonly milliseconds: number,
		private readonly onStall: () => void,
	) {}

	get stalled(): boolean {
		return this.rang;
	}

	start(): void {
		this.dispose();
		this.touch();
		this.ringIn(this.milliseconds);
	}

	touch(): void {
		this.seenAt = performance.now();
	}

	dispose(): void {
		clearTimeout(this.timer);
	}

	private ringIn(milliseconds: number): void {
		this.timer = setTimeout(() => {
			const left = this.seenAt + this.milliseconds - performance.now();
			if (left > 0) {
				this.ringIn(Math.ceil(left));
				return;
			}
			this.rang = true;
			this.onStall();
		}, milliseconds);
	}
}
