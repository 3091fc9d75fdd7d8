/**
 * Resolves as `work` does. When the signal aborts first it rejects at once, and the work goes on without anybody who waits for it: what
 * it comes to is for `late`.
 */
export function untilAborted<T>(
	work: Promise<T>,
	signal: AbortSignal,
	late: (value: T) => Promise<void>,
): Promise<T> {
	return new Promise((resolve, reject) => {
		const left = () => {
			reject(abortError(signal));
			// Nobody is there any more who could be told what went wrong.
			work.then(late).catch(() => undefined);
		};
		if (signal.aborted) {
			left();
			return;
		}
		signal.addEventListener('abort', left, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', left));
	});
}

function abortError({ reason }: AbortSignal): Error {
	return reason instanceof Error ? reason : new DOMException('Aborted', 'AbortError');
}
