import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** The port that is wanted if nobody listens on it, else any that is free. */
export async function freePort(wanted: number): Promise<number> {
	const server = createServer();
	try {
		server.listen(wanted, '127.0.0.1');
		await once(server, 'listening');
		return (server.address() as AddressInfo).port;
	} catch {
		return 0;
	} finally {
		server.close();
	}
}
