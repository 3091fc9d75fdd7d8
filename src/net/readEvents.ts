/** The data of a stream's events, one after another. Lines that are not data, such as comments that keep it alive, are passed over. */
export async function* readEvents(response: Response): AsyncIterable<string> {
	const body: ReadableStream<Uint8Array> | null = response.body;
	const reader = body?.getReader();
	const decoder = new TextDecoder();
	let rest = '';
	try {
		while (reader) {
			const { done, value } = await reader.read();
			if (done) {
				return;
			}
			const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n/);
			rest = lines.pop() ?? '';
			for (const line of lines) {
				if (line.startsWith('data:')) {
					yield line.slice('data:'.length).trimStart();
				}
			}
		}
	} finally {
		await reader?.cancel().catch(() => undefined);
	}
}
