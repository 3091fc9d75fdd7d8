import { BENCH_MODEL } from '../benchModel';
import type { TakeDeltas } from './order';

interface Chunk {
	readonly choices: ReadonlyArray<{ readonly delta?: { readonly content?: string | null } }>;
}

/** The floor of every client: `fetch`, lines, `JSON.parse`. It takes only what the loopback Hub is known to send. */
export const plainDeltas: TakeDeltas = async (order, signal, onDelta) => {
	const response = await fetch(`${order.routerOrigin}/v1/chat/completions`, {
		method: 'POST',
		headers: { Authorization: `Bearer ${order.token}`, 'Content-Type': 'application/json' },
		body: JSON.stringify({
			model: BENCH_MODEL,
			messages: [{ role: 'user', content: 'Write.' }],
			stream: true,
			x_deltas: order.deltas,
			x_gap_ms: order.gapMs,
			x_think_ms: order.thinkMs,
		}),
		signal,
	});
	if (!response.ok || !response.body) {
		throw new Error(`The loopback router answered with ${response.status}.`);
	}
	const decoder = new TextDecoder();
	let rest = '';
	for await (const bytes of response.body) {
		const lines = (rest + decoder.decode(bytes as Uint8Array, { stream: true })).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) {
			if (line.startsWith('data:') && !line.endsWith('[DONE]')) {
				const content = (JSON.parse(line.slice('data:'.length)) as Chunk).choices[0]?.delta?.content;
				if (content) {
					onDelta(content);
				}
			}
		}
	}
};
