import type { Page } from 'playwright-core';

/** What the window's JavaScript holds, its pages' included, after everything unused has been let go; in MiB. */
export async function pageMemory(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	try {
		await session.send('HeapProfiler.collectGarbage');
		const { usedSize } = await session.send('Runtime.getHeapUsage');
		return usedSize / 1_048_576;
	} finally {
		await session.detach();
	}
}
