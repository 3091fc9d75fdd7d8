import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pageDocument } from '../../../src/ui/pageDocument';

const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.ttf': 'font/ttf',
	'.png': 'image/png',
};

/** Serves the results page as it is shipped, and the files that are put beside it, on 127.0.0.1. */
export class PageServer {
	private readonly files = new Map<string, Uint8Array>();
	private readonly server: Server;

	private constructor(private readonly folder: string) {
		this.server = createServer((request, response) => {
			const name = path.basename(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
			const type = TYPES[path.extname(name)];
			if (name === '') {
				response.writeHead(200, { 'content-type': 'text/html' });
				response.end(frame());
			} else if (type) {
				response.writeHead(200, { 'content-type': type });
				response.end(this.files.get(name) ?? readFileSync(path.join(this.folder, name)));
			} else {
				response.writeHead(404).end();
			}
		});
	}

	/** @param installed the folder of the installed extension */
	static async start(installed: string): Promise<PageServer> {
		const started = new PageServer(path.join(installed, 'dist'));
		await new Promise<void>(resolve => started.server.listen(0, '127.0.0.1', resolve));
		return started;
	}

	get address(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
	}

	/** What is answered for a file of any run with this name. */
	put(name: string, bytes: Uint8Array): void {
		this.files.set(name, bytes);
	}

	stop(): void {
		this.server.close();
	}
}

function frame(): string {
	return pageDocument({
		title: 'Hugging Face Results',
		source: `'self'`,
		script: '/page.js',
		styles: '/page.css',
		nonce: 'bench',
		media: '/media',
	});
}
