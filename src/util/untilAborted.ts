/**
 * Resolves as `work` does. When the signal aborts first it rejects at once, and the work goes on without anybody who waits for it: what
 * it comes to is for `late`, and that it has come to nothing for `lost`.
 */
export function untilAborted<T>(
	work: Promise<T>,
	signal: AbortSignal,
	{ late, lost }: { readonly late: (value: T) => Promise<void>; readonly lost: () => void },
): Promise<T> {
	return new Promise((resolve, reject) => {
		const left = () => {
			reject(abortError(signal));
			// Nobody is there any more who could be told what went wrong.
			work.then(late, lost).catch(() => undefined);
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
