/** A signal that aborts some time after another one has: when the rest that begins then is over. */
export function lateSignal(signal: AbortSignal, rest: () => Promise<void>): AbortSignal {
	const late = new AbortController();
	const abortLater = () =>
		void rest().finally(() => late.abort(new DOMException('Too late', 'TimeoutError')));
	if (signal.aborted) {
		abortLater();
	} else {
		signal.addEventListener('abort', abortLater, { once: true });
	}
	return late.signal;
}
