import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { pageDocument } from '../../../src/results/pageDocument';
import { bundlePageScript } from './bundlePageScript';
import { expectWhole } from './expectWhole';
import { ProbedFrame } from './probedFrame';

const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.ttf': 'font/ttf',
};

/** About what the panel has of the window. */
const PANEL = { width: 620, height: 720 };

/** The results page as it is shipped, alone in a tab: what showing an answer costs without an editor around it. */
export class PageFloor {
	private runs = 0;

	private constructor(
		private readonly server: Server,
		private readonly page: Page,
		private readonly frame: ProbedFrame,
	) {}

	/** @param installed the folder of the installed extension */
	static async open(browser: BrowserContext, installed: string): Promise<PageFloor> {
		const server = serve(path.join(installed, 'dist'));
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const page = await browser.newPage();
		await page.setViewportSize(PANEL);
		await page.addInitScript(await bundlePageScript('feed'));
		await page.goto(`http://127.0.0.1:${port}/`);
		await page.evaluate(await bundlePageScript('probe'));
		return new PageFloor(server, page, new ProbedFrame(page.mainFrame()));
	}

	/** Milliseconds from the first delta's message until the page shows the end. */
	async run(deltas: number): Promise<number> {
		await this.page.bringToFront();
		await this.frame.arm();
		const id = `floor-${++this.runs}`;
		const startedAt = await this.page.evaluate<number>(`benchFeed('${id}', ${deltas})`);
		const end = await this.frame.end();
		expectWhole(end, deltas);
		return end.at - startedAt;
	}

	async close(): Promise<void> {
		await this.page.close();
		this.server.close();
	}
}

function serve(folder: string): Server {
	return createServer((request, response) => {
		const name = path.basename(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
		const type = TYPES[path.extname(name)];
		if (name === '') {
			response.writeHead(200, { 'content-type': 'text/html' });
			response.end(
				pageDocument({ source: `'self'`, script: '/page.js', styles: '/page.css', nonce: 'bench' }),
			);
		} else if (type) {
			response.writeHead(200, { 'content-type': type });
			response.end(readFileSync(path.join(folder, name)));
		} else {
			response.writeHead(404).end();
		}
	});
}
