/** A signal that comes late, and what is called when nothing waits for it any more: no rest begins after that. */
interface LateSignal {
	readonly signal: AbortSignal;
	readonly end: () => void;
}

/** A signal that aborts some time after another one has: when the rest that begins then is over. */
export function lateSignal(signal: AbortSignal, rest: () => Promise<void>): LateSignal {
	const late = new AbortController();
	const abortLater = () =>
		void rest().finally(() => late.abort(new DOMException('Too late', 'TimeoutError')));
	if (signal.aborted) {
		abortLater();
	} else {
		signal.addEventListener('abort', abortLater, { once: true });
	}
	return { signal: late.signal, end: () => signal.removeEventListener('abort', abortLater) };
}
