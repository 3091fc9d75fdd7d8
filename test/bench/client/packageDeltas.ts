import { chatCompletionStream } from '@huggingface/inference';
import { BENCH_MODEL } from '../benchModel';
import type { TakeDeltas } from './order';

const ROUTER = 'https://router.huggingface.co';

/** The client package by itself, its requests turned to the loopback router. */
export const packageDeltas: TakeDeltas = async (order, signal, onDelta) => {
	const chunks = chatCompletionStream(
		{
			accessToken: order.token,
			provider: 'auto',
			model: BENCH_MODEL,
			messages: [{ role: 'user', content: `x_deltas=${order.deltas} x_gap_ms=${order.gapMs}` }],
		},
		{
			signal,
			retry_on_error: false,
			fetch: (input, init) =>
				fetch(input instanceof Request ? input : input.toString().replace(ROUTER, order.routerOrigin), init),
		},
	);
	for await (const { choices } of chunks) {
		const content = choices[0]?.delta.content;
		if (content) {
			onDelta(content);
		}
	}
};
