/** What waits here goes on while it is open. */
export class Gate {
	private waiting: Array<() => void> | undefined;

	close(): void {
		this.waiting ??= [];
	}

	open(): void {
		const waiting = this.waiting ?? [];
		this.waiting = undefined;
		waiting.forEach(goOn => goOn());
	}

	/** Answers when it is open; rejects when the signal aborts before. */
	async pass(signal: AbortSignal): Promise<void> {
		while (this.waiting) {
			signal.throwIfAborted();
			const { waiting } = this;
			await new Promise<void>(resolve => {
				const goOn = () => {
					signal.removeEventListener('abort', goOn);
					resolve();
				};
				waiting.push(goOn);
				signal.addEventListener('abort', goOn);
			});
		}
	}
}
