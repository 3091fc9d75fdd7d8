import { ProblemError } from '../util/problemError';

/** Reads a body that cannot be understood in parts. One that is larger than `most` bytes is let go of. */
export async function readWholeBody(response: Response, most: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
		size += chunk.length;
		if (size > most) {
			const detail = `The answer is larger than ${Math.round(most / 1_000_000)} MB.`;
			throw new ProblemError({ code: 'protocol', detail });
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
