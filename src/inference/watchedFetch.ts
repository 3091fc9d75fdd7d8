import type { Watchdog } from './watchdog';

/**
 * A `fetch` that is watched: from the request on, that there is a network, and for good answers, every read of the body,
 * keep-alive comments included, which tells the watchdog that the other side is alive. `onAnswer` hears of each good answer before
 * its body is read.
 */
export function watchedFetch(
	send: typeof fetch,
	watchdog: Watchdog,
	onAnswer?: (headers: Headers) => void,
): typeof fetch {
	return async (input, init) => {
		let response: Response;
		try {
			watchdog.expect();
			response = await send(input, init);
		} catch (error) {
			watchdog.rest();
			throw error;
		}
		if (!response.ok || !response.body) {
			watchdog.rest();
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
				if (done) {
					watchdog.rest();
					controller.close();
				} else {
					watchdog.touch();
					controller.enqueue(value);
				}
			},
			cancel: reason => {
				watchdog.rest();
				return reader.cancel(reason);
			},
		},
		{ highWaterMark: 0 },
	);
}
