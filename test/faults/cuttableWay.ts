import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server of this machine that can be cut, and mended again at the same place. */
export class CuttableWay {
	private readonly sockets = new Set<Socket>();
	private server: Server | undefined;
	private port = 0;
	private targetPort = 0;

	static async open(): Promise<CuttableWay> {
		const way = new CuttableWay();
		await way.mend();
		return way;
	}

	get origin(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Whoever comes before this is sent away. */
	leadTo(origin: string): void {
		this.targetPort = Number(new URL(origin).port);
	}

	/** Ends every connection; from now on, new ones are refused. */
	async cut(): Promise<void> {
		const { server } = this;
		if (server) {
			this.server = undefined;
			const closed = once(server, 'close');
			server.close();
			this.sockets.forEach(socket => socket.destroy());
			await closed;
		}
	}

	async mend(): Promise<void> {
		const server = createServer(socket => this.join(socket));
		server.listen(this.port, '127.0.0.1');
		await once(server, 'listening');
		this.port = (server.address() as AddressInfo).port;
		this.server = server;
	}

	/** What one end sends the other gets, and when one goes, both do. */
	private join(near: Socket): void {
		if (this.targetPort === 0) {
			near.destroy();
			return;
		}
		const far = connect(this.targetPort, '127.0.0.1');
		for (const [one, other] of [
			[near, far],
			[far, near],
		] as const) {
			this.sockets.add(one);
			one.on('error', () => one.destroy());
			one.on('close', () => {
				this.sockets.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	}
}
