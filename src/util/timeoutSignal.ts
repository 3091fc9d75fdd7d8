/**
 * A signal that is aborted with a `TimeoutError` after so many milliseconds. `AbortSignal.timeout` is not: where only
 * `AbortSignal.any` waits for it, Node 20 collects it, and it is never aborted (seen with 20.20.2, not with 24.21.0).
 */
export function timeoutSignal(milliseconds: number): AbortSignal {
	const late = new AbortController();
	const timer = setTimeout(() => late.abort(new DOMException('Too late', 'TimeoutError')), milliseconds);
	timer.unref();
	return late.signal;
}
