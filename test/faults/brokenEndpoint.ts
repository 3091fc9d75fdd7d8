import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { selfSignedCertificate } from './selfSignedCertificate';

/** `refused`: nobody listens there. `tls`: a server whose certificate nobody vouches for. */
export type EndpointFault = 'refused' | 'tls';

/** A place to which no connection comes about. */
export interface BrokenEndpoint {
	readonly origin: string;
	close(): Promise<void>;
}

export async function brokenEndpoint(fault: EndpointFault): Promise<BrokenEndpoint> {
	switch (fault) {
		case 'refused': {
			const server = createServer();
			const port = await listen(server);
			await close(server);
			return { origin: `http://127.0.0.1:${port}`, close: async () => undefined };
		}
		case 'tls': {
			const server = createHttpsServer(selfSignedCertificate(), (_, response) => response.end('{}'));
			const port = await listen(server);
			return { origin: `https://127.0.0.1:${port}`, close: () => close(server) };
		}
	}
}

async function listen(server: Server): Promise<number> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
	const closed = once(server, 'close');
	server.close();
	await closed;
}
