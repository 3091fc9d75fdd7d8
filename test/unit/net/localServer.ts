import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
	readonly method: string | undefined;
	readonly url: string | undefined;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

export interface LocalServer {
	readonly origin: string;
	/** Every request that arrived, oldest first. */
	readonly seen: readonly Seen[];
	readonly stop: () => Promise<void>;
}

/** A real server on 127.0.0.1, which remembers what reached it. */
export async function startServer(answer: RequestListener): Promise<LocalServer> {
	const seen: Seen[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method, url, headers } = request;
			seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
			answer(request, response);
		});
	});
	await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen,
		stop: () =>
			new Promise(stopped => {
				server.close(() => stopped());
				server.closeAllConnections();
			}),
	};
}
