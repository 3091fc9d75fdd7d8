import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ExchangeEnv } from './exchange';
import type { TrafficLog } from './traffic';

/** One port of the loopback Hub. */
export interface Listener {
	/** `http://127.0.0.1:PORT` */
	readonly origin: string;
	/** Tears down every connection and lets the port go. */
	close(): Promise<void>;
}

/** Serves `app` on 127.0.0.1; port 0 takes any that is free. */
export async function listen(app: Hono<ExchangeEnv>, port: number, traffic: TrafficLog): Promise<Listener> {
	const answer = getRequestListener((request, env) => app.fetch(request, env), {
		overrideGlobalObjects: false,
	});
	const server: Server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
	server.keepAliveTimeout = 30_000;
	server.on('connection', socket => {
		traffic.connected();
		socket.once('close', () => traffic.disconnected());
	});
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${address.port}`,
		close: async () => {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
