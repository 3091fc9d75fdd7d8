import type { BrowserContext, Page } from 'playwright-core';
import { bundlePageScript } from './bundlePageScript';
import { expectWhole } from './expectWhole';
import { PageServer } from './pageServer';
import { ProbedFrame } from './probedFrame';

/** About what the panel has of the window. */
const PANEL = { width: 620, height: 720 };

/** The results page as it is shipped, alone in a tab: what showing an answer costs without an editor around it. */
export class PageFloor {
	private runs = 0;

	private constructor(
		private readonly server: PageServer,
		private readonly page: Page,
		private readonly frame: ProbedFrame,
	) {}

	/** @param installed the folder of the installed extension */
	static async open(browser: BrowserContext, installed: string): Promise<PageFloor> {
		const server = await PageServer.start(installed);
		const page = await browser.newPage();
		await page.setViewportSize(PANEL);
		await page.addInitScript(await bundlePageScript('feed'));
		await page.goto(server.address);
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
		this.server.stop();
	}
}
