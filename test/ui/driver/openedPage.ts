import type { Workbench } from './workbench';

/** The address of the page for a new token that opens in the browser meanwhile. */
export async function openedPage({ page: window }: Workbench, act: () => Promise<void>): Promise<URL> {
	const opening = window.context().waitForEvent('page');
	await act();
	const page = await opening;
	await page.waitForURL(url => url.pathname.endsWith('/settings/tokens/new'), { waitUntil: 'commit' });
	const url = new URL(page.url());
	await page.close();
	return url;
}
