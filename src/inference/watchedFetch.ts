import type { Watchdog } from './watchdog';

/**
 * A `fetch` whose good answers are watched: every read of the body, keep-alive comments included, tells the watchdog that
 * the other side is alive. `onAnswer` hears of each good answer before its body is read.
 */
export function watchedFetch(
	send: typeof fetch,
	watchdog: Watchdog,
	onAnswer?: (headers: Headers) => void,
): typeof fetch {
	return async (input, init) => {
		const response = await send(input, init);
		if (!response.ok || !response.body) {
			return response;
		}
		watchdog.start();
		onAnswer?.(response.headers);
		return new Response(watched(response.body, watchdog), {
			status: response.status,
			headers: response.headers,
		});
	};
}

function watched(body: ReadableStream<Uint8Array>, watchdog: Watchdog): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { done, value } = await reader.read();
				watchdog.touch();
				if (done) {
					controller.close();
				} else {
					controller.enqueue(value);
				}
			},
			cancel: reason => reader.cancel(reason),
		},
		{ highWaterMark: 0 },
	);
}
